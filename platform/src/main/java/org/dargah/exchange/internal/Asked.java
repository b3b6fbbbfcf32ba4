package org.dargah.exchange.internal;

import java.time.Instant;
import java.util.Optional;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Occasion;
import org.dargah.exchange.Organisation;
import org.dargah.exchange.Question;
import org.dargah.kernel.Caller;
import org.dargah.kernel.ConsentId;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A question on its way.
 *
 * @param person whom it is about, if one of its keys is a national id
 * @param subject the same person, if the asker knows one; else they are found for the evidence
 * @param organisation whose program asks; null for Dargah's own questions
 * @param occasion of an official's single question; null for all others
 * @param right by which it asks, or which fell short
 * @param consent of the person, where the purpose asks for one
 */
public record Asked(
        Question question,
        Caller caller,
        @Nullable NationalId person,
        @Nullable PersonId subject,
        @Nullable Organisation organisation,
        @Nullable Occasion occasion,
        @Nullable AccessRight right,
        @Nullable ConsentId consent,
        Instant at) {

    /** Asked for evidence alone: by then the whole batch's people were found at once. */
    Asked about(PersonId found) {
        return new Asked(
                question, caller, person, found, organisation, occasion, right, consent, at);
    }

    /** Whom the question is about, as long as nobody said under which id Dargah knows them. */
    Optional<NationalId> unidentified() {
        return subject == null ? Optional.ofNullable(person) : Optional.empty();
    }

    public Asked by(Verdict verdict) {
        return new Asked(
                question,
                caller,
                person,
                subject,
                organisation,
                occasion,
                verdict.right(),
                verdict.consent(),
                at);
    }

    Optional<Organisation> program() {
        return Optional.ofNullable(organisation);
    }

    Optional<Occasion> lookUp() {
        return Optional.ofNullable(occasion);
    }

    /** The id that the asker was told before, if any. */
    Optional<InquiryId> inquiry() {
        return program().map(Organisation::inquiry).or(() -> lookUp().map(Occasion::inquiry));
    }

    Optional<Manner> manner() {
        return program().map(Organisation::manner).or(() -> lookUp().map(Occasion::manner));
    }

    /** The asker's own file or reason, if told. */
    Optional<String> issue() {
        return program().map(Organisation::issue).or(() -> lookUp().map(Occasion::issue));
    }
}
