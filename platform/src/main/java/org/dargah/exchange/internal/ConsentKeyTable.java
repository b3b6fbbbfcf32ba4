package org.dargah.exchange.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.dargah.kernel.Province;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code exchange.consent_key}: the public half of every key that signed a consent. */
@Repository
class ConsentKeyTable {

    private final JdbcClient jdbc;
    private final Province home;

    ConsentKeyTable(JdbcClient jdbc, @Value("${dargah.province}") String home) {
        this.jdbc = jdbc;
        this.home = new Province(home);
    }

    void publish(String keyId, String publicHalf, Instant now) {
        jdbc.sql(
                        """
                        insert into exchange.consent_key (province, key_id, public, since)
                        values (:province, :id, :public, :now)
                        on conflict (province, key_id) do nothing
                        """)
                .param("province", home.code())
                .param("id", keyId)
                .param("public", publicHalf)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<String> published() {
        return jdbc.sql(
                        """
                        select public from exchange.consent_key
                        where province = :province order by since
                        """)
                .param("province", home.code())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
