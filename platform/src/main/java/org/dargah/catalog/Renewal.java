package org.dargah.catalog;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.dargah.kernel.ServiceCode;
import org.jspecify.annotations.Nullable;

/**
 * That a service gives a document anew in place of an earlier one. What the earlier one says is
 * known, so nobody is asked for it again.
 *
 * @param name under which the facts of the earlier document stand, such as {@code licence}
 * @param services whose documents are renewed; a renewal may be renewed in its turn
 * @param from how long before its last day at the earliest
 * @param until how long after its last day at the latest; null when only before it
 * @param carries the answers of the earlier application that are known here
 */
public record Renewal(
        String name,
        Set<ServiceCode> services,
        Period from,
        @Nullable Period until,
        List<Carried> carries) {

    /** Facts of the earlier document itself, beside the answers that are carried over. */
    public static final Set<String> OF_THE_DOCUMENT = Set.of("number", "issuedOn", "validUntil");

    /** What a carried choice is called, beside its value: {@code trade} and {@code tradeTitle}. */
    public static final String TITLE = "Title";

    /** An answer of the earlier application, and what it is called here. */
    public record Carried(String name, Text title) {}

    public Renewal {
        services = Set.copyOf(services);
        carries = List.copyOf(carries);
    }

    /** The first day on which a document with that last day can be renewed. */
    public LocalDate opens(LocalDate lastDay) {
        return lastDay.minus(from);
    }

    /** The last day on which it can. */
    public LocalDate closes(LocalDate lastDay) {
        return until == null ? lastDay : lastDay.plus(until);
    }

    /** True when it gives a fact of this name. */
    public boolean gives(String fact) {
        return OF_THE_DOCUMENT.contains(fact)
                || carries.stream()
                        .map(Carried::name)
                        .anyMatch(it -> fact.equals(it) || fact.equals(it + TITLE));
    }
}
