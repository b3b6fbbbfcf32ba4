package org.dargah.inquiries.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Bounds;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Registries;
import org.jspecify.annotations.Nullable;

/**
 * A right as its owner reads it.
 *
 * @param through the title of the group or body whose right it is; null when it is the program's
 * @param consent true when each question needs a consent of the person, too
 * @param manner {@code match}, {@code fields} or {@code record}; each includes those before it
 * @param endpoints to which messages may be sent, by method and path; none without {@code record}
 * @param hours on working days, by the clock of Tehran; null for always
 * @param roles of the end user; none means that nobody is asked
 * @param parties on whose behalf the program may ask
 * @param until the last day, included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HeldRight(
        String id,
        @Nullable String through,
        String registry,
        String purpose,
        boolean consent,
        String manner,
        List<String> fields,
        List<String> endpoints,
        int perMinute,
        int perDay,
        @Nullable Hours hours,
        List<String> roles,
        List<String> parties,
        LocalDate until) {

    /**
     * @param to not included
     */
    record Hours(LocalTime from, LocalTime to) {}

    static HeldRight of(
            AccessRight right,
            boolean consent,
            List<Registries.Endpoint> all,
            @Nullable String through) {
        Bounds bounds = right.bounds();
        Bounds.Hours hours = bounds.hours();
        return new HeldRight(
                right.id().toString(),
                through,
                right.registry(),
                right.purpose().code(),
                consent,
                InquiriesApi.word(right.manner()),
                right.fields(),
                right.manner() == Manner.RECORD
                        ? all.stream()
                                .filter(it -> right.fields().containsAll(it.fields()))
                                .map(it -> it.method() + " " + it.path())
                                .toList()
                        : List.of(),
                bounds.perMinute(),
                bounds.perDay(),
                hours == null ? null : new Hours(hours.from(), hours.to()),
                bounds.roles().stream().sorted().toList(),
                bounds.parties().stream().sorted().toList(),
                bounds.until());
    }
}
