package org.dargah.cases.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dargah.agencies.Agencies;
import org.dargah.cases.CaseFile;
import org.dargah.cases.CertificateIssued;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Output;
import org.dargah.catalog.Renewal;
import org.dargah.catalog.Service;
import org.dargah.documents.Certificate;
import org.dargah.documents.Certificates;
import org.dargah.documents.Order;
import org.dargah.documents.OutputTemplate;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Tehran;
import org.dargah.places.Places;
import org.dargah.ui.Words;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
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
    private final Agencies agencies;
    private final Decisions decisions;
    private final Certificates certificates;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String province;

    IssueTask(
            Files files,
            Catalog catalog,
            Agencies agencies,
            Decisions decisions,
            Certificates certificates,
            ApplicationEventPublisher events,
            Clock clock,
            Places places) {
        this.files = files;
        this.catalog = catalog;
        this.agencies = agencies;
        this.decisions = decisions;
        this.certificates = certificates;
        this.events = events;
        this.clock = clock;
        this.province = places.title(Words.PERSIAN);
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
        Output output = service.outputs().getFirst();
        OutputTemplate template =
                switch (OutputTemplate.read(output.template())) {
                    case OutputTemplate.Read(OutputTemplate read) -> read;
                    case OutputTemplate.Fault(int line, String what) ->
                            throw new IllegalStateException(
                                    "The template of " + service + ", line " + line + ": " + what);
                };
        var letterhead =
                new Order.Letterhead(
                        file.agency(),
                        agencies.find(file.agency()).orElseThrow().titleFa(),
                        province);
        return new Order(
                file.province(),
                decisions.certificate(file),
                template,
                values(template, file, service),
                letterhead,
                new Order.Holder(file.subject(), file.applicant()),
                file.id(),
                file.tracking().text(),
                validUntil(output, file, service.renewal()),
                Renewing.renewed(file, service.renewal()).orElse(null));
    }

    /** Whoever renews before the end loses none of the days that were left. */
    private @Nullable LocalDate validUntil(
            Output output, CaseFile file, @Nullable Renewal renewal) {
        if (output.until() != null) {
            return LocalDate.parse(String.valueOf(file.answers().get(output.until())));
        }
        return output.validity() == null ? null : begins(file, renewal).plus(output.validity());
    }

    private LocalDate begins(CaseFile file, @Nullable Renewal renewal) {
        LocalDate today = Tehran.today(clock);
        return Optional.ofNullable(renewal)
                .flatMap(it -> file.said(it.name()))
                .map(said -> said.fields().get("validUntil"))
                .map(lastDay -> LocalDate.parse(lastDay.toString()))
                .filter(today::isBefore)
                .orElse(today);
    }

    /**
     * What stands in the fields: a choice by its words, everything else as it is known, nothing as
     * a dash.
     */
    private Map<String, String> values(OutputTemplate template, CaseFile file, Service service) {
        Facts facts = file.facts(Tehran.today(clock));
        Map<String, String> values = new HashMap<>();
        for (String name : template.fields()) {
            Object value = facts.value(name).orElse("—");
            String field = name.startsWith("answers.") ? name.substring("answers.".length()) : "";
            values.put(
                    name,
                    service.form()
                            .field(field)
                            .flatMap(asked -> asked.label(value))
                            .map(label -> label.fa())
                            .orElse(value.toString()));
        }
        return values;
    }
}
