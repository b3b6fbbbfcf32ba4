package org.dargah.identity;

import java.time.LocalDate;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;

/**
 * A person as the civil registry last described them.
 *
 * @param mobile a number that the SIM registry confirmed as theirs
 */
public record Person(
        Province province,
        PersonId id,
        NationalId nationalId,
        String firstName,
        String lastName,
        LocalDate birthDate,
        @Nullable Mobile mobile) {

    public String name() {
        return firstName + " " + lastName;
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
