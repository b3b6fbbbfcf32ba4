package org.dargah.inquiries;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Exchange;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Match;
import org.dargah.exchange.Occasion;
import org.dargah.exchange.Purposes;
import org.dargah.exchange.Question;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Registry;
import org.dargah.exchange.Rights;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Role;
import org.dargah.inquiries.internal.LookUpTable;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.Purpose;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * An official's single questions. The purpose must be for their role, a reason is kept and told to
 * the person, and there are so many in an hour.
 */
@Component
public final class LookUps {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Exchange exchange;
    private final Rights rights;
    private final Registries registries;
    private final Purposes purposes;
    private final LookUpTable table;
    private final Clock clock;
    private final int mostAnHour;

    LookUps(
            Exchange exchange,
            Rights rights,
            Registries registries,
            Purposes purposes,
            LookUpTable table,
            Clock clock,
            @Value("${dargah.inquiries.look-ups-an-hour:30}") int mostAnHour) {
        this.exchange = exchange;
        this.rights = rights;
        this.registries = registries;
        this.purposes = purposes;
        this.table = table;
        this.clock = clock;
        this.mostAnHour = mostAnHour;
    }

    /**
     * What an official wants to know.
     *
     * @param fields wanted; with claims, those that are claimed
     * @param claims to be compared; empty for an answer in full
     */
    public record Wanted(
            String registry,
            Purpose purpose,
            Map<String, String> keys,
            List<String> fields,
            Map<String, String> claims,
            String reason) {

        public Wanted {
            keys = Map.copyOf(keys);
            fields = List.copyOf(fields);
            claims = Map.copyOf(claims);
        }

        /** Keys and claims are personal data. */
        @Override
        public String toString() {
            return "Wanted[" + registry + " for " + purpose + "]";
        }
    }

    /** What came of it. */
    public sealed interface Result {

        /**
         * @param inquiry by which the evidence is found again
         */
        record Told(Answer answer, InquiryId inquiry) implements Result {}

        record Compared(boolean matches, InquiryId inquiry) implements Result {}

        /** The form was sent before; its answer is kept nowhere. */
        record Repeated() implements Result {}

        /** As many as an hour allows were asked. */
        record TooMany(int mostAnHour) implements Result {}
    }

    /** The purposes that an official may choose for a registry, in the order of their codes. */
    public List<Purpose> purposes(CurrentOfficer officer, String registry) {
        Set<String> roles = roles(officer);
        return rights.offered(registry).keySet().stream()
                .sorted()
                .map(Purpose::new)
                .filter(it -> purposes.find(it).filter(text -> text.isFor(roles)).isPresent())
                .filter(it -> registries.find(registry).stream().anyMatch(r -> tells(r, it)))
                .toList();
    }

    private boolean tells(Registry registry, Purpose purpose) {
        return !fields(registry, purpose).isEmpty();
    }

    /** The registries that an official may ask at all. */
    public List<Registry> registries(CurrentOfficer officer) {
        return registries.all().stream()
                .filter(registry -> !purposes(officer, registry.code()).isEmpty())
                .toList();
    }

    /** What a registry tells an official for a purpose; never what is sensitive. */
    public List<Registry.Field> fields(Registry registry, Purpose purpose) {
        List<String> offered =
                rights.offered(registry.code()).getOrDefault(purpose.code(), List.of());
        return registry.fields().stream()
                .filter(field -> offered.contains(field.name()))
                .filter(field -> field.sensitivity() != Registry.Sensitivity.SENSITIVE)
                .toList();
    }

    /**
     * Asks once for each form.
     *
     * @param formKey the same when a form is sent again
     */
    public Result ask(Wanted wanted, CurrentOfficer officer, UUID formKey) {
        Instant now = clock.instant();
        if (!table.insert(officer.province(), formKey, officer.id(), now)) {
            return new Result.Repeated();
        }
        if (table.countSince(officer.province(), officer.id(), now.minus(HOUR)) > mostAnHour) {
            return new Result.TooMany(mostAnHour);
        }
        boolean compares = !wanted.claims().isEmpty();
        var occasion =
                new Occasion(
                        InquiryId.next(clock),
                        compares ? Manner.MATCH : Manner.FIELDS,
                        wanted.reason(),
                        roles(officer));
        var question = new Question(wanted.registry(), wanted.keys(), wanted.fields());
        var caller =
                new Caller(
                        officer.agency(),
                        officer.actor(),
                        Channel.PORTAL,
                        wanted.purpose(),
                        null,
                        null);
        return compares
                ? result(exchange.lookUp(question, wanted.claims(), caller, occasion), occasion)
                : new Result.Told(exchange.lookUp(question, caller, occasion), occasion.inquiry());
    }

    private static Result result(Match match, Occasion occasion) {
        return switch (match) {
            case Match.Compared(boolean matches, var age) ->
                    new Result.Compared(matches, occasion.inquiry());
            case Match.Not(Answer answer) -> new Result.Told(answer, occasion.inquiry());
        };
    }

    private static Set<String> roles(CurrentOfficer officer) {
        return officer.roles().stream().map(Role::code).collect(Collectors.toUnmodifiableSet());
    }
}
