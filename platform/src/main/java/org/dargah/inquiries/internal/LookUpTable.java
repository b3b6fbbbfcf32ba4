package org.dargah.inquiries.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.dargah.identity.OfficerId;
import org.dargah.kernel.Province;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code inquiries.look_up}: how often an official asks, and each form once. */
@Repository
public class LookUpTable {

    private final JdbcClient jdbc;

    LookUpTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if this form was sent before. */
    public boolean insert(Province province, UUID formKey, OfficerId officer, Instant at) {
        return jdbc.sql(
                                """
                                insert into inquiries.look_up (province, form_key, officer, asked_at)
                                values (:province, :formKey, :officer, :at)
                                on conflict (province, form_key) do nothing
                                """)
                        .param("province", province.code())
                        .param("formKey", formKey)
                        .param("officer", officer.toString())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public int countSince(Province province, OfficerId officer, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from inquiries.look_up
                        where province = :province and officer = :officer and asked_at > :since
                        """)
                .param("province", province.code())
                .param("officer", officer.toString())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
