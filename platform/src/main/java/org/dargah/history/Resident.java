package org.dargah.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person of the sandbox's crowd, as {@code GET /people} lists them. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Resident(
        String nationalId,
        String gender,
        LocalDate birthDate,
        @Nullable LocalDate deathDate,
        List<String> mobiles,
        @Nullable Military military,
        @Nullable Degree degree,
        String postcode) {

    private static final int OF_AGE = 18;

    /** Of it only this matters here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Military(String status) {}

    /** Of it only this matters here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Degree(String level) {}

    String mobile() {
        return mobiles.getFirst();
    }

    /** The dead and those without a number stop at the door. */
    boolean canSignIn() {
        return deathDate == null && !mobiles.isEmpty();
    }

    boolean isOfAge(LocalDate day) {
        return !birthDate.plusYears(OF_AGE).isAfter(day);
    }

    /** Condition 3 of a business licence. */
    boolean isFreeOfService() {
        return gender.equals("female")
                || (military != null && List.of("completed", "exempt").contains(military.status()));
    }

    boolean hasDegree() {
        return degree != null;
    }

    /** 0 none, 1 diploma, 2 and more above it: as condition 4 of a business licence counts. */
    int schooling() {
        return degree == null ? 0 : degree.level().equals("diploma") ? 1 : 2;
    }

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return "Resident";
    }
}
