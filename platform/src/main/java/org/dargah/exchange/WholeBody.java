package org.dargah.exchange;

import org.dargah.kernel.AgencyCode;

/**
 * Every program of one body, those of tomorrow too, as the holder of a right or the member of a
 * group. Its name begins with {@value #PREFIX}, as no program's id does.
 */
public final class WholeBody {

    public static final String PREFIX = "body-";

    private WholeBody() {}

    public static String of(AgencyCode agency) {
        return PREFIX + agency.value();
    }

    /** True when the holder of a right or the member of a group is a whole body. */
    public static boolean is(String name) {
        return name.startsWith(PREFIX);
    }
}
