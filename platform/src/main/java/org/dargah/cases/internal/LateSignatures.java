package org.dargah.cases.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.List;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Stage;
import org.dargah.cases.Step;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An application that was not signed in time is a draft again, and its applicant is told. */
@Component
public class LateSignatures {

    private static final int HANDFUL = 100;

    private final SignatureTable rows;
    private final CaseTable table;
    private final Catalog catalog;
    private final Moves moves;
    private final CaseTexts texts;
    private final TransactionTemplate transaction;
    private final Province province;
    private final Clock clock;

    LateSignatures(
            SignatureTable rows,
            CaseTable table,
            Catalog catalog,
            Moves moves,
            CaseTexts texts,
            TransactionTemplate transaction,
            @Value("${dargah.province}") String province,
            Clock clock) {
        this.rows = rows;
        this.table = table;
        this.catalog = catalog;
        this.moves = moves;
        this.texts = texts;
        this.transaction = transaction;
        this.province = new Province(province);
        this.clock = clock;
    }

    /** How many became drafts again. */
    public int round() {
        int late = 0;
        List<CaseId> found;
        do {
            found = rows.late(province, clock.instant(), HANDFUL);
            found.forEach(id -> transaction.executeWithoutResult(status -> end(id)));
            late += found.size();
        } while (found.size() == HANDFUL);
        return late;
    }

    private void end(CaseId id) {
        table.lock(province, id)
                .filter(file -> file.stage() == Stage.AWAITING_SIGNATURES)
                .ifPresent(this::end);
    }

    private void end(CaseFile file) {
        Service service = catalog.version(file.version()).orElseThrow();
        moves.move(file, Step.MISS_SIGNATURES, service, InquiryTask.by(province, service));
        texts.tellNotSigned(file, service);
    }

    /** The round of every hour. */
    @Configuration(proxyBeanMethods = false)
    static class Round {

        @Bean
        Task<Void> endingLateSignatures(LateSignatures signatures) {
            return Tasks.recurring("cases-late-signatures", FixedDelay.ofHours(1))
                    .execute((instance, context) -> signatures.round());
        }
    }
}
