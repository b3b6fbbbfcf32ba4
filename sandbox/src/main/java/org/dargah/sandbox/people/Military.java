package org.dargah.sandbox.people;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the military service organisation knows: a status, since when, and why if exempt. */
public record Military(String status, @Nullable LocalDate since, @Nullable String exemption) {
    public static final String NOT_SUBJECT = "not-subject";
    private static final Set<String> STATUSES =
            Set.of("completed", "exempt", "serving", "absent", NOT_SUBJECT);

    public Military {
        Objects.requireNonNull(status, "status");
        if (!STATUSES.contains(status)) {
            throw new IllegalArgumentException("No such military status: " + status);
        }
    }
}
