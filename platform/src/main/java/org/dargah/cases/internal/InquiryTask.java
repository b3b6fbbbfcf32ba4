package org.dargah.cases.internal;

import org.dargah.acts.Entry;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Stage;
import org.dargah.cases.Step;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.identity.Identity;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Channel;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.Province;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The task kind {@code inquiry}: asks the registries for all that is still unknown. While one of
 * them is silent the case waits and says so, and the engine tries again.
 */
@Component("inquiry")
public class InquiryTask implements JavaDelegate {

    private final Files files;
    private final Catalog catalog;
    private final Identity identity;
    private final Inquiries inquiries;
    private final Moves moves;
    private final CaseTable table;
    private final Offices offices;
    private final TransactionTemplate apart;

    InquiryTask(
            Files files,
            Catalog catalog,
            Identity identity,
            Inquiries inquiries,
            Moves moves,
            CaseTable table,
            Offices offices,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.catalog = catalog;
        this.identity = identity;
        this.inquiries = inquiries;
        this.moves = moves;
        this.table = table;
        this.offices = offices;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        Service service = catalog.version(file.version()).orElseThrow();
        NationalId applicant = identity.person(file.subject()).orElseThrow().nationalId();
        Inquiries.Round round =
                inquiries.ask(file, service, applicant, rules(service), Channel.SYSTEM);
        // In a transaction of its own: what was learnt stays, also when the engine must try again.
        CaseFile now = apart.execute(status -> keep(file, service, round));
        if (!round.silent().isEmpty()) {
            throw new RegistrySilent(now, round);
        }
        files.leave(execution, goOn(now, service));
    }

    private CaseFile keep(CaseFile seen, Service service, Inquiries.Round round) {
        CaseFile file = round.addTo(table.lock(seen.province(), seen.id()).orElseThrow());
        table.update(file);
        return round.silent().isEmpty() || file.stage() == Stage.AWAITING_REGISTRY
                ? file
                : moves.move(file, Step.MISS_REGISTRY, service, by(file.province(), service));
    }

    /**
     * In the engine's own transaction: whoever sees the case in review finds the task that lets
     * them decide it.
     */
    private CaseFile goOn(CaseFile seen, Service service) {
        CaseFile file = table.lock(seen.province(), seen.id()).orElseThrow();
        Entry by = by(file.province(), service);
        return switch (file.stage()) {
            case SUBMITTED -> moves.move(routed(file), Step.TAKE_UP, service, by);
            case AWAITING_REGISTRY -> moves.move(routed(file), Step.HEAR_REGISTRY, service, by);
            case DRAFT,
                    AWAITING_SIGNATURES,
                    AWAITING_PAYMENT,
                    REVIEWING,
                    AWAITING_APPLICANT,
                    APPROVED,
                    REFUSED,
                    WITHDRAWN ->
                    file;
        };
    }

    /** Where the place lies may have been unknown until now. */
    private CaseFile routed(CaseFile file) {
        return file.handledBy(offices.deciding(file));
    }

    public static Entry by(Province province, Service service) {
        return Entry.by(province, rules(service), Channel.SYSTEM, org.dargah.cases.Desk.DECIDING);
    }

    static Actor rules(Service service) {
        return Actor.system("cases", "سامانهٔ خودکار درگاه");
    }

    /** Makes the engine keep the job and try again; nothing is wrong with the case. */
    static final class RegistrySilent extends FlowableException {

        private static final long serialVersionUID = 1L;

        RegistrySilent(CaseFile file, Inquiries.Round round) {
            super(
                    file.tracking()
                            + " waits for "
                            + round.silent().stream().map(ask -> ask.registry()).toList());
            // Expected, and shown to the applicant: no stack trace for each try of a long night.
            setReduceLogLevel(true);
            setLogged(true);
        }
    }
}
