package org.dargah.cases.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Renewal;
import org.dargah.catalog.Service;
import org.dargah.documents.Certificate;
import org.dargah.documents.Certificates;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Channel;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells holders once, as soon as their document can be renewed, that it ends and where to renew it.
 */
@Component
public class Reminders {

    private static final int HANDFUL = 100;
    private static final Actor SELF = Actor.system("cases", "سامانهٔ خودکار درگاه");
    private static final Purpose RENEWING = new Purpose("renewal");

    private final JdbcClient jdbc;
    private final CaseTable table;
    private final Catalog catalog;
    private final Certificates certificates;
    private final CaseTexts texts;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Province province;
    private final Clock clock;

    Reminders(
            JdbcClient jdbc,
            CaseTable table,
            Catalog catalog,
            Certificates certificates,
            CaseTexts texts,
            Acts acts,
            TransactionTemplate transaction,
            @Value("${dargah.province}") String province,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.catalog = catalog;
        this.certificates = certificates;
        this.texts = texts;
        this.acts = acts;
        this.transaction = transaction;
        this.province = new Province(province);
        this.clock = clock;
    }

    /** How many holders were told. */
    public int round() {
        return catalog.all().stream()
                .filter(service -> service.renewal() != null)
                .mapToInt(this::round)
                .sum();
    }

    private int round(Service service) {
        Renewal renewal = java.util.Objects.requireNonNull(service.renewal());
        LocalDate today = Tehran.today(clock);
        int told = 0;
        @Nullable DocumentId after = null;
        List<Certificate> ending;
        do {
            ending =
                    certificates.ending(
                            province, today, today.plus(renewal.from()), after, HANDFUL);
            for (Certificate certificate : ending) {
                after = certificate.id();
                Optional<CaseFile> file = renewed(certificate, renewal);
                if (file.isPresent() && tell(file.get(), certificate, service)) {
                    told++;
                }
            }
        } while (ending.size() == HANDFUL);
        return told;
    }

    private Optional<CaseFile> renewed(Certificate certificate, Renewal renewal) {
        return Optional.ofNullable(certificate.caseId())
                .flatMap(id -> table.find(province, id))
                .filter(file -> renewal.services().contains(file.service()));
    }

    private boolean tell(CaseFile file, Certificate certificate, Service service) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> {
                            boolean first = first(certificate.id());
                            if (first) {
                                texts.tellEnding(file, certificate, service);
                                acts.record(
                                        Act.HOLDER_REMINDED,
                                        Entry.by(province, SELF, Channel.SYSTEM, RENEWING)
                                                .about(file.subject())
                                                .in(file.id())
                                                .at(file.agency()));
                            }
                            return first;
                        }));
    }

    private boolean first(DocumentId document) {
        return jdbc.sql(
                                """
                                insert into cases.reminder (province, document, at)
                                values (:province, :document, :at) on conflict do nothing
                                """)
                        .param("province", province.code())
                        .param("document", document.value())
                        .param("at", CaseTable.at(clock.instant()))
                        .update()
                == 1;
    }

    /** The round of every six hours. */
    @Configuration(proxyBeanMethods = false)
    static class Round {

        @Bean
        Task<Void> remindingHolders(Reminders reminders) {
            return Tasks.recurring("cases-reminders", FixedDelay.ofHours(6))
                    .execute((instance, context) -> reminders.round());
        }
    }
}
