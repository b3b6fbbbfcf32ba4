package org.dargah.cases.internal;

import java.time.Clock;
import org.dargah.cases.CaseFile;
import org.dargah.cases.CertificateIssued;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.documents.Certificate;
import org.dargah.documents.Certificates;
import org.dargah.documents.Order;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Tehran;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The task kind {@code issue}: prints and signs the certificate of an approved case; doing it again
 * changes nothing.
 */
@Component("issue")
class IssueTask implements JavaDelegate {

    private final Files files;
    private final Catalog catalog;
    private final Contents contents;
    private final Decisions decisions;
    private final Certificates certificates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IssueTask(
            Files files,
            Catalog catalog,
            Contents contents,
            Decisions decisions,
            Certificates certificates,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.catalog = catalog;
        this.contents = contents;
        this.decisions = decisions;
        this.certificates = certificates;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        Service service = catalog.version(file.version()).orElseThrow();
        Caller caller =
                new Caller(
                        file.agency(),
                        InquiryTask.rules(service),
                        Channel.SYSTEM,
                        org.dargah.cases.Desk.DECIDING,
                        file.id(),
                        null);
        Certificate issued = certificates.issue(order(file, service), caller);
        events.publishEvent(
                new CertificateIssued(
                        file.province(),
                        file.id(),
                        file.service(),
                        issued.id(),
                        issued.issuedAt()));
    }

    private Order order(CaseFile file, Service service) {
        return contents.order(
                service,
                file.facts(Tehran.today(clock)),
                new Contents.Of(
                        file.province(),
                        file.agency(),
                        decisions.certificate(file),
                        new Order.Holder(file.subject(), file.applicant()),
                        file.id(),
                        file.tracking().text(),
                        Renewing.renewed(file, service.renewal()).orElse(null)));
    }
}
