package org.dargah.cases;

import java.time.Clock;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.cases.internal.CaseTexts;
import org.dargah.catalog.Catalog;
import org.dargah.documents.Certificate;
import org.dargah.documents.Certificates;
import org.dargah.documents.Revoking;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.PersianText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes issued documents back. It is a second official who does it, never the one who decided the
 * case, and the holder is told at once.
 */
@Component
public class Revocations {

    private static final int LONGEST = 300;

    private final Certificates certificates;
    private final Catalog catalog;
    private final Acts acts;
    private final CaseTexts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Revocations(
            Certificates certificates,
            Catalog catalog,
            Acts acts,
            CaseTexts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.certificates = certificates;
        this.catalog = catalog;
        this.acts = acts;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        DONE,
        /** It had been taken back before; the first reason stays. */
        BEFORE,
        NO_REASON,
        TOO_LONG,
        /** Whoever decided the case does not take its document back. */
        OWN_DECISION
    }

    /** A document of this case, if it is one. */
    public Optional<Certificate> of(CaseFile file, DocumentId id) {
        return certificates.find(file.province(), id).filter(it -> file.id().equals(it.caseId()));
    }

    /**
     * @param file opened by the official, so that it is of his agency
     * @param typed the reason, which everybody reads who checks the document
     */
    @Transactional
    public Outcome revoke(Official official, CaseFile file, Certificate certificate, String typed) {
        String reason = PersianText.normalise(typed);
        if (reason.isEmpty()) {
            return Outcome.NO_REASON;
        }
        if (reason.length() > LONGEST) {
            return Outcome.TOO_LONG;
        }
        if (decidedBy(official, file)) {
            return Outcome.OWN_DECISION;
        }
        var caller =
                new Caller(
                        official.agency(),
                        official.actor(),
                        Channel.PORTAL,
                        Desk.DECIDING,
                        file.id(),
                        null);
        return switch (certificates.revoke(file.province(), certificate.id(), reason, caller)) {
            case Revoking.Done done -> {
                tell(file, certificate);
                yield Outcome.DONE;
            }
            case Revoking.AlreadyRevoked before -> Outcome.BEFORE;
            case Revoking.Missing missing ->
                    throw new IllegalStateException("There is no " + certificate);
        };
    }

    private boolean decidedBy(Official official, CaseFile file) {
        return acts.ofCase(file.province(), file.id()).stream()
                .filter(line -> line.act() == Act.CASE_APPROVED)
                .anyMatch(line -> line.entry().actor().equals(official.actor()));
    }

    private void tell(CaseFile file, Certificate certificate) {
        texts.tellRevoked(file, certificate, catalog.version(file.version()).orElseThrow());
        events.publishEvent(
                new CertificateRevoked(
                        file.province(),
                        file.id(),
                        file.service(),
                        certificate.id(),
                        clock.instant()));
    }
}
