package org.dargah.messages.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.Province;
import org.dargah.messages.MessageId;
import org.dargah.messages.SmsText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of text messages: waiting, sent or given up. */
@Repository
public class SmsOutbox {

    /**
     * A message on its way.
     *
     * @param tries how often the gateway has been tried, this time included
     */
    public record Sms(
            Province province,
            MessageId id,
            Mobile mobile,
            SmsText text,
            @Nullable CaseId caseId,
            int tries) {}

    private final JdbcClient jdbc;

    SmsOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(Sms sms, Instant now) {
        jdbc.sql(
                        """
                        insert into messages.sms (province, id, state, mobile, text, parts, case_id,
                            kept_at, next_try, tries)
                        values (:province, :id, 'waiting', :mobile, :text, :parts, :caseId,
                            :now, :now, 0)
                        """)
                .param("province", sms.province().code())
                .param("id", sms.id().value())
                .param("mobile", sms.mobile().digits())
                .param("text", sms.text().text())
                .param("parts", sms.text().parts())
                .param("caseId", Optional.ofNullable(sms.caseId()).map(CaseId::value).orElse(null))
                .param("now", utc(now))
                .update();
    }

    /**
     * Takes messages that are due and lends them until {@code lease}: whoever dies with them in
     * hand leaves them to the next, and no two couriers carry the same one meanwhile.
     */
    List<Sms> take(Province province, Instant now, Instant lease, int most) {
        return jdbc.sql(
                        """
                        update messages.sms set next_try = :lease, tries = tries + 1
                        where province = :province and id in (
                            select id from messages.sms
                            where province = :province and state = 'waiting' and next_try <= :now
                            order by next_try
                            limit :most
                            for update skip locked)
                        returning *
                        """)
                .param("province", province.code())
                .param("now", utc(now))
                .param("lease", utc(lease))
                .param("most", most)
                .query(SmsOutbox::sms)
                .list();
    }

    /** The gateway has it: number and text are no longer needed here. */
    void sent(Sms sms, Instant now) {
        settle(sms, "sent", now);
    }

    void givenUp(Sms sms, Instant now) {
        settle(sms, "given-up", now);
    }

    private void settle(Sms sms, String state, Instant now) {
        jdbc.sql(
                        """
                        update messages.sms
                        set state = :state, settled_at = :now, mobile = null, text = null
                        where province = :province and id = :id and state = 'waiting'
                        """)
                .param("state", state)
                .param("now", utc(now))
                .param("province", sms.province().code())
                .param("id", sms.id().value())
                .update();
    }

    void tryAgain(Sms sms, Instant when) {
        jdbc.sql(
                        """
                        update messages.sms set next_try = :nextTry
                        where province = :province and id = :id and state = 'waiting'
                        """)
                .param("nextTry", utc(when))
                .param("province", sms.province().code())
                .param("id", sms.id().value())
                .update();
    }

    private static Sms sms(ResultSet row, int number) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        return new Sms(
                new Province(row.getString("province")),
                new MessageId(row.getObject("id", UUID.class)),
                new Mobile(row.getString("mobile")),
                new SmsText(row.getString("text")),
                caseId == null ? null : new CaseId(caseId),
                row.getInt("tries"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
