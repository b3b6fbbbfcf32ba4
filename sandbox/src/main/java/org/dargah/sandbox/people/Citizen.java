package org.dargah.sandbox.people;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One synthetic person and what each registry knows of them.
 *
 * @param military null where nothing is stored
 * @param postcode of an address that goes with them; any applicant may name any address
 */
public record Citizen(
        String nationalId,
        String firstName,
        String lastName,
        String fatherName,
        Gender gender,
        LocalDate birthDate,
        @Nullable LocalDate deathDate,
        List<String> mobiles,
        @Nullable Military military,
        @Nullable Degree degree,
        @Nullable String postcode) {

    /** Tehran decides who is of age today. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tehran");

    public Citizen {
        if (!DemoNationalId.isOne(nationalId)) {
            throw new IllegalArgumentException("Not a national id of the demo's range");
        }
        Objects.requireNonNull(firstName, "firstName");
        Objects.requireNonNull(lastName, "lastName");
        Objects.requireNonNull(fatherName, "fatherName");
        Objects.requireNonNull(gender, "gender");
        Objects.requireNonNull(birthDate, "birthDate");
        mobiles = mobiles == null ? List.of() : List.copyOf(mobiles);
    }

    /** The first mobile in their name. */
    public String mobile() {
        return mobiles.getFirst();
    }

    public String fullName() {
        return firstName + " " + lastName;
    }

    @Override
    public String toString() {
        return "Citizen[" + DemoNationalId.serial(nationalId) + "]";
    }
}
