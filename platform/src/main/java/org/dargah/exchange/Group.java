package org.dargah.exchange;

import java.time.Instant;

/**
 * Programs and whole bodies that are given rights together, such as the banks of the province. A
 * right of the group stands in the place of a program's own: its holder is the {@code code} of the
 * group.
 *
 * @param code begins with {@value #PREFIX}, as no program's id does
 */
public record Group(String code, String title, Instant madeAt) {

    static final String PREFIX = "group-";

    /** True when the holder of a right is a group and not a program. */
    public static boolean isCode(String holder) {
        return holder.startsWith(PREFIX);
    }
}
