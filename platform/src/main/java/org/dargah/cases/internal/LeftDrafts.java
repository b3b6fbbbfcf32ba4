package org.dargah.cases.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.dargah.acts.Entry;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Stage;
import org.dargah.kernel.Actor;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Retention: a draft in which nobody wrote for a while is discarded, since what a person began and
 * left is no reason to keep what was learnt of them.
 */
@Component
public class LeftDrafts {

    private static final int HANDFUL = 100;
    private static final Actor SELF = Actor.system("cases", "سامانهٔ خودکار درگاه");
    private static final Purpose RETENTION = new Purpose("retention");

    private final JdbcClient jdbc;
    private final CaseTable table;
    private final Discards discards;
    private final TransactionTemplate transaction;
    private final Province province;
    private final Duration kept;
    private final Clock clock;

    /**
     * @param kept how long a draft is kept after the last word in it
     */
    LeftDrafts(
            JdbcClient jdbc,
            CaseTable table,
            Discards discards,
            TransactionTemplate transaction,
            @Value("${dargah.province}") String province,
            @Value("${dargah.cases.drafts-kept:30d}") Duration kept,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.discards = discards;
        this.transaction = transaction;
        this.province = new Province(province);
        this.kept = kept;
        this.clock = clock;
    }

    /** How many were discarded. */
    public int round() {
        Instant before = clock.instant().minus(kept);
        int discarded = 0;
        List<CaseId> left;
        do {
            left = left(before);
            for (CaseId id : left) {
                transaction.executeWithoutResult(status -> discard(id, before));
            }
            discarded += left.size();
        } while (left.size() == HANDFUL);
        return discarded;
    }

    private List<CaseId> left(Instant before) {
        return jdbc.sql(
                        """
                        select id from cases.case_file
                        where province = :province and stage = 'DRAFT'
                            and coalesce(touched_at, opened_at) < :before
                        order by coalesce(touched_at, opened_at) limit :most
                        """)
                .param("province", province.code())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", HANDFUL)
                .query((row, number) -> new CaseId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Somebody may have come back to it a moment ago. */
    private void discard(CaseId id, Instant before) {
        table.lock(province, id)
                .filter(file -> file.stage() == Stage.DRAFT && touched(file).isBefore(before))
                .ifPresent(
                        file ->
                                discards.discard(
                                        file, Entry.by(province, SELF, Channel.SYSTEM, RETENTION)));
    }

    private Instant touched(CaseFile file) {
        return jdbc.sql(
                        """
                        select coalesce(touched_at, opened_at) from cases.case_file
                        where province = :province and id = :id
                        """)
                .param("province", file.province().code())
                .param("id", file.id().value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Until when a draft is kept if nobody writes in it. */
    public Instant keptUntil(CaseFile draft) {
        return touched(draft).plus(kept);
    }

    /** The round of every hour. */
    @Configuration(proxyBeanMethods = false)
    static class Round {

        @Bean
        Task<Void> discardingLeftDrafts(LeftDrafts drafts) {
            return Tasks.recurring("cases-left-drafts", FixedDelay.ofHours(1))
                    .execute((instance, context) -> drafts.round());
        }
    }
}
