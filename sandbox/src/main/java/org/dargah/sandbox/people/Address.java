package org.dargah.sandbox.people;

import java.util.Objects;
import java.util.Set;

/** What the post knows of one postcode. */
public record Address(
        String postcode,
        String province,
        String county,
        String city,
        String street,
        String plate,
        String usage) {
    private static final Set<String> USAGES = Set.of("commercial", "residential", "office");

    public Address {
        if (!Objects.requireNonNull(postcode, "postcode").matches("\\d{10}")) {
            throw new IllegalArgumentException("A postcode has ten digits");
        }
        Objects.requireNonNull(province, "province");
        Objects.requireNonNull(county, "county");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(street, "street");
        Objects.requireNonNull(plate, "plate");
        if (!USAGES.contains(Objects.requireNonNull(usage, "usage"))) {
            throw new IllegalArgumentException("No such usage: " + usage);
        }
    }
}
