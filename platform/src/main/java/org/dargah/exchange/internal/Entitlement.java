package org.dargah.exchange.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Bounds;
import org.dargah.exchange.Organisation;
import org.dargah.exchange.Question;
import org.dargah.exchange.Refusal;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.WorkingCalendar;
import org.springframework.stereotype.Component;

/** The part of the policy that looks at what a program was granted. */
@Component
class Entitlement {

    private final RightTable rights;
    private final GroupTable groups;
    private final Meters meters;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Entitlement(
            RightTable rights,
            GroupTable groups,
            Meters meters,
            WorkingCalendar calendar,
            Clock clock) {
        this.rights = rights;
        this.groups = groups;
        this.meters = meters;
        this.calendar = calendar;
        this.clock = clock;
    }

    Verdict judge(Question question, Caller caller, Organisation organisation) {
        Verdict nearest = null;
        for (AccessRight right : held(question, caller, organisation)) {
            Verdict verdict = judge(question, organisation, right);
            if (verdict instanceof Verdict.Allowed) {
                return verdict;
            }
            nearest = nearest == null ? verdict : nearest;
        }
        return nearest != null
                ? nearest
                : Verdict.refused(
                        Refusal.NO_RIGHT, question.registry() + " for " + caller.purpose().code());
    }

    /** The nearest first: the program's own, its body's, then those of groups. */
    private List<AccessRight> held(Question question, Caller caller, Organisation organisation) {
        LocalDate today = Tehran.today(clock);
        return groups.holders(organisation.client(), caller.agency(), today).stream()
                .flatMap(
                        holder ->
                                rights
                                        .inForce(holder, question.registry(), caller.purpose())
                                        .stream())
                .filter(right -> !today.isAfter(right.bounds().until()))
                .toList();
    }

    private Verdict judge(Question question, Organisation organisation, AccessRight right) {
        return manner(organisation, right)
                .or(() -> fields(question, right))
                .or(() -> party(organisation, right))
                .or(() -> role(organisation, right))
                .or(() -> hours(right))
                .or(
                        () ->
                                meters.refuses(right, organisation.client())
                                        .map(reason -> refused(reason, limits(right), right)))
                .orElseGet(() -> new Verdict.Allowed(right));
    }

    private static Optional<Verdict> manner(Organisation organisation, AccessRight right) {
        return right.manner().includes(organisation.manner())
                ? Optional.empty()
                : Optional.of(
                        refused(
                                Refusal.MANNER_NOT_ALLOWED,
                                "the right gives " + right.manner(),
                                right));
    }

    private static Optional<Verdict> fields(Question question, AccessRight right) {
        List<String> denied =
                question.fields().stream()
                        .filter(field -> !right.fields().contains(field))
                        .toList();
        return denied.isEmpty()
                ? Optional.empty()
                : Optional.of(refused(Refusal.FIELD_NOT_ALLOWED, String.join(", ", denied), right));
    }

    private static Optional<Verdict> party(Organisation organisation, AccessRight right) {
        String party = organisation.party();
        return party == null || right.bounds().parties().contains(party)
                ? Optional.empty()
                : Optional.of(refused(Refusal.PARTY_NOT_REPRESENTED, party, right));
    }

    private static Optional<Verdict> role(Organisation organisation, AccessRight right) {
        Bounds bounds = right.bounds();
        boolean fits =
                bounds.roles().isEmpty()
                        || (organisation.user() != null
                                && organisation.role() != null
                                && bounds.roles().contains(organisation.role()));
        return fits
                ? Optional.empty()
                : Optional.of(
                        refused(
                                Refusal.ROLE_NOT_ALLOWED,
                                "for "
                                        + String.join(
                                                ", ", bounds.roles().stream().sorted().toList()),
                                right));
    }

    private Optional<Verdict> hours(AccessRight right) {
        Bounds.Hours hours = right.bounds().hours();
        if (hours == null) {
            return Optional.empty();
        }
        LocalTime time = LocalTime.ofInstant(clock.instant(), Tehran.ZONE);
        boolean open =
                calendar.isWorkingDay(Tehran.today(clock))
                        && !time.isBefore(hours.from())
                        && time.isBefore(hours.to());
        return open
                ? Optional.empty()
                : Optional.of(
                        refused(
                                Refusal.OUTSIDE_HOURS,
                                "working days, "
                                        + hours.from()
                                        + " to "
                                        + hours.to()
                                        + " in Tehran",
                                right));
    }

    private static String limits(AccessRight right) {
        return right.bounds().perMinute() + " a minute, " + right.bounds().perDay() + " a day";
    }

    private static Verdict refused(Refusal reason, String detail, AccessRight right) {
        return new Verdict.Refused(reason, detail, right);
    }
}
