package org.dargah.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Exchange;
import org.dargah.exchange.Question;
import org.dargah.identity.Confirmation;
import org.dargah.kernel.Caller;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.springframework.stereotype.Component;

/** Confirms people at the civil registry, through the exchange. */
@Component
public final class CivilRegistry {

    private static final List<String> FIELDS =
            List.of("firstName", "lastName", "birthDate", "alive");

    /** An answer that lacks what is needed is no answer; it may be mended later. */
    private static final Duration WITHOUT_USE = Duration.ofMinutes(5);

    private final Exchange exchange;
    private final PersonRepository people;
    private final Clock clock;

    public CivilRegistry(Exchange exchange, PersonRepository people, Clock clock) {
        this.exchange = exchange;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A person not met before is asked about under the id that will be theirs, so that the evidence
     * of this very question is among what they later see.
     */
    public Confirmation confirm(NationalId nationalId, LocalDate birthDate, Caller caller) {
        PersonId subject = people.idOf(nationalId).orElseGet(() -> PersonId.next(clock));
        Question question =
                new Question("civil/person@1", Map.of("nationalId", nationalId.digits()), FIELDS);
        return switch (exchange.ask(question, caller, subject)) {
            case Answer.Known known -> judge(known, subject, nationalId, birthDate);
            case Answer.NotFound absent -> new Confirmation.Unknown();
            case Answer.Unreachable silent -> new Confirmation.Unreachable(silent.retryAfter());
            case Answer.Refused refused ->
                    throw new IllegalStateException("Sign-in may not ask: " + refused);
        };
    }

    /** As above, but asks only about someone of whom nothing was told within that time. */
    public Confirmation confirm(
            NationalId nationalId, LocalDate birthDate, Caller caller, Duration fresh) {
        return people.confirmedSince(nationalId, clock.instant().minus(fresh))
                .<Confirmation>map(
                        person ->
                                person.birthDate().equals(birthDate)
                                        ? new Confirmation.Confirmed(person)
                                        : new Confirmation.BirthDateDiffers())
                .orElseGet(() -> confirm(nationalId, birthDate, caller));
    }

    /** The birth date first: whether someone has died is no news for strangers. */
    private Confirmation judge(
            Answer.Known known, PersonId subject, NationalId nationalId, LocalDate birthDate) {
        Optional<LocalDate> registered = known.field("birthDate").flatMap(CivilRegistry::date);
        if (registered.isEmpty() || !known.fields().keySet().containsAll(FIELDS)) {
            return new Confirmation.Unreachable(WITHOUT_USE);
        }
        if (!registered.get().equals(birthDate)) {
            return new Confirmation.BirthDateDiffers();
        }
        if (!known.field("alive").orElseThrow().equals("true")) {
            return new Confirmation.Deceased();
        }
        var told =
                new PersonRepository.Told(
                        known.field("firstName").orElseThrow(),
                        known.field("lastName").orElseThrow(),
                        registered.get());
        return new Confirmation.Confirmed(people.store(subject, nationalId, told));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
