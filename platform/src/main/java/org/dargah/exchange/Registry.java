package org.dargah.exchange;

import java.util.List;
import java.util.Optional;
import org.dargah.kernel.AgencyCode;

/**
 * A registry that may be asked, as its declaration presents it to people.
 *
 * @param code name and version, such as {@code civil/person@1}
 * @param provider the agency that keeps it
 */
public record Registry(
        String code, String titleFa, String titleEn, AgencyCode provider, List<Field> fields) {

    public Registry {
        fields = List.copyOf(fields);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** One thing that the registry knows. */
    public record Field(String name, String labelFa, String labelEn, Sensitivity sensitivity) {}

    /** How much harm knowing a field can do. */
    public enum Sensitivity {
        /** About a place or a thing; anyone may know. */
        OPEN,
        /** About a person. */
        PERSONAL,
        /** About a person's health, belief or the like. */
        SENSITIVE
    }
}
