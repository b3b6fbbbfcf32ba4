package org.dargah.cases.internal;

import java.time.LocalDate;
import java.util.Objects;
import org.dargah.agencies.Agencies;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Decision;
import org.dargah.cases.Extension;
import org.dargah.cases.Lapse;
import org.dargah.cases.Visit;
import org.dargah.catalog.LaterFee;
import org.dargah.catalog.Service;
import org.dargah.documents.Certificate;
import org.dargah.identity.Identity;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.Rial;
import org.dargah.messages.Messages;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the applicant is told by SMS: short, plain, and nothing that a stranger at the phone should
 * not read.
 */
@Component
public class CaseTexts {

    private final Messages messages;
    private final Identity identity;
    private final Decisions decisions;
    private final Agencies agencies;
    private final Words words;
    private final String address;

    CaseTexts(
            Messages messages,
            Identity identity,
            Decisions decisions,
            Agencies agencies,
            Vocabulary vocabulary,
            @Value("${dargah.address}") String address) {
        this.messages = messages;
        this.identity = identity;
        this.decisions = decisions;
        this.agencies = agencies;
        this.words = vocabulary.in(Words.PERSIAN);
        this.address = address;
    }

    /** Where anyone who has the code follows the case. */
    public String trackingAddress(CaseFile file) {
        return address + "/track/" + file.tracking().text();
    }

    public void tellSubmitted(CaseFile file, Mobile mobile, Service service) {
        say(
                file,
                mobile,
                words.t(
                        "cases.sms.submitted",
                        service.title().fa(),
                        file.tracking().text(),
                        words.longDate(Objects.requireNonNull(file.dueOn())),
                        trackingAddress(file)));
    }

    public void tellCorrection(CaseFile file, Service service) {
        say(
                file,
                mobile(file),
                words.t("cases.sms.correction", service.title().fa(), file.tracking().text()));
    }

    public void tellVisit(CaseFile file, Service service, LocalDate day, Visit.Hours hours) {
        say(
                file,
                mobile(file),
                words.t(
                        "cases.sms.visit",
                        service.title().fa(),
                        file.tracking().text(),
                        words.longDate(day),
                        words.t(hours.key())));
    }

    public void tellExtended(CaseFile file, Service service, Extension extension) {
        String reason =
                service.terms()
                        .extension()
                        .flatMap(declared -> declared.reason(extension.reason()))
                        .orElseThrow()
                        .text()
                        .fa();
        say(
                file,
                mobile(file),
                words.t(
                        "cases.sms.extended",
                        service.title().fa(),
                        file.tracking().text(),
                        words.longDate(extension.until()),
                        reason));
    }

    public void tellHandedOver(CaseFile file, Service service) {
        say(
                file,
                mobile(file),
                words.t(
                        "cases.sms.handed-over",
                        service.title().fa(),
                        file.tracking().text(),
                        agencies.title(file.agency(), words.locale())));
    }

    /** What silence means by its law, as the decision says it. */
    public String silence(Service service, Lapse lapse) {
        return words.t(
                "cases.lapse." + lapse.slug(),
                service.terms().silence().legalBasis().orElseThrow().fa());
    }

    void tellDecided(CaseFile file, Service service) {
        Decision decision = decisions.of(file).orElseThrow();
        String key = decision.approved() ? "cases.sms.approved" : "cases.sms.refused";
        say(
                file,
                mobile(file),
                words.t(key, service.title().fa(), file.tracking().text(), trackingAddress(file)));
    }

    public void tellRevoked(CaseFile file, Certificate certificate, Service service) {
        say(
                file,
                mobile(file),
                words.t("cases.sms.revoked", service.title().fa(), certificate.number()));
    }

    void tellEnding(CaseFile file, Certificate certificate, Service renewing) {
        say(
                file,
                mobile(file),
                words.t(
                        "cases.sms.ending",
                        certificate.title(),
                        certificate.number(),
                        words.longDate(Objects.requireNonNull(certificate.validUntil())),
                        address + renewing.path()));
    }

    void tellFee(CaseFile file, LaterFee fee, Rial total) {
        say(
                file,
                mobile(file),
                words.t(
                        "cases.sms.fee",
                        fee.title().fa(),
                        file.tracking().text(),
                        words.money(total),
                        address + "/cases/" + file.tracking().text()));
    }

    void tellAsked(CaseFile file, Mobile companion, Service service) {
        say(
                file,
                companion,
                words.t(
                        "cases.sms.sign",
                        service.title().fa(),
                        address + "/cases/" + file.tracking().text() + "/signature"));
    }

    public void tellSigned(CaseFile file, Service service) {
        tellOwn(file, "cases.sms.signed", service);
    }

    public void tellNotSigned(CaseFile file, Service service) {
        tellOwn(file, "cases.sms.not-signed", service);
    }

    private void tellOwn(CaseFile file, String key, Service service) {
        say(
                file,
                mobile(file),
                words.t(key, service.title().fa(), address + "/cases/" + file.tracking().text()));
    }

    private Mobile mobile(CaseFile file) {
        return Objects.requireNonNull(
                identity.person(file.subject()).orElseThrow().mobile(),
                "applicants sign in by a mobile");
    }

    private void say(CaseFile file, Mobile mobile, String text) {
        messages.sms(file.province(), mobile, text, file.id());
    }
}
