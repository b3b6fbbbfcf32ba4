package org.dargah.exchange.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.dargah.exchange.Consent;
import org.dargah.exchange.Organisation;
import org.dargah.exchange.PurposeText;
import org.dargah.exchange.Question;
import org.dargah.exchange.Refusal;
import org.dargah.kernel.Caller;
import org.dargah.kernel.ConsentId;
import org.dargah.kernel.NationalId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The part of the policy that looks for the person's consent. The asker need not name it: it is
 * found by who asks whom about what and why.
 */
@Component
class Consenting {

    private static final String ASK = "; ask the person for one at POST /api/v1/consents";

    private final Declarations declarations;
    private final ConsentsInForce consents;
    private final EvidenceKey key;
    private final Clock clock;

    Consenting(Declarations declarations, ConsentsInForce consents, EvidenceKey key, Clock clock) {
        this.declarations = declarations;
        this.consents = consents;
        this.key = key;
        this.clock = clock;
    }

    /**
     * @param allowed what would be said if nobody had to consent
     */
    Verdict judge(
            Question question,
            Caller caller,
            @Nullable Organisation organisation,
            Verdict.Allowed allowed) {
        if (declarations.purpose(caller.purpose()).filter(PurposeText::asksConsent).isEmpty()) {
            return allowed;
        }
        Optional<NationalId> person =
                declarations.find(question.registry()).flatMap(it -> it.person(question));
        if (organisation == null || person.isEmpty()) {
            return new Verdict.Refused(
                    Refusal.CONSENT_MISSING,
                    "people consent to questions of organisations about themselves only",
                    allowed.by());
        }
        if (organisation.party() != null) {
            return new Verdict.Refused(
                    Refusal.CONSENT_MISSING,
                    "a person consents to the program alone, not to whom it asks for",
                    allowed.by());
        }
        var need =
                new ConsentsInForce.Need(
                        key.tag(person.get().digits()),
                        organisation.client(),
                        question.registry(),
                        caller.purpose());
        return find(need, question, organisation)
                .<Verdict>map(consent -> new Verdict.Allowed(allowed.by(), consent))
                .orElseGet(
                        () ->
                                new Verdict.Refused(
                                        Refusal.CONSENT_MISSING, missing(need), allowed.by()));
    }

    /** A one-time consent is taken before anything is forwarded, so that two cannot share it. */
    private Optional<ConsentId> find(
            ConsentsInForce.Need need, Question question, Organisation organisation) {
        Instant now = clock.instant();
        for (Consent consent : consents.inForce(need, question.fields(), now)) {
            boolean fits = consent.terms().manner().includes(organisation.manner());
            if (fits
                    && (!consent.terms().once()
                            || consents.use(consent.id(), organisation.inquiry(), now))) {
                return Optional.of(consent.id());
            }
        }
        return Optional.empty();
    }

    private String missing(ConsentsInForce.Need need) {
        return consents.newest(need)
                .map(
                        consent ->
                                switch (consent.state(clock.instant())) {
                                    case ASKED ->
                                            "the person has not answered "
                                                    + consent.id()
                                                    + " yet; read it at GET /api/v1/consents/"
                                                    + consent.id();
                                    case GIVEN -> consent.id() + " does not reach as far" + ASK;
                                    case REFUSED -> "the person refused " + consent.id();
                                    case WITHDRAWN ->
                                            "the person has withdrawn " + consent.id() + ASK;
                                    case USED -> consent.id() + " is used up" + ASK;
                                    case EXPIRED -> consent.id() + " has ended" + ASK;
                                })
                .orElse("the purpose needs the person's consent" + ASK);
    }

    /** A question that got no answer leaves a one-time consent as it was. */
    void unanswered(Verdict verdict, @Nullable Organisation organisation) {
        ConsentId consent = verdict.consent();
        if (consent != null && organisation != null) {
            consents.release(consent, organisation.inquiry());
        }
    }
}
