package org.dargah.agencies;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CountyCode;
import org.dargah.kernel.PersianText;
import org.jspecify.annotations.Nullable;

/**
 * A body that gives services, keeps a registry or has others that do.
 *
 * @param county the county that it serves; null when it serves the whole province
 * @param parent the body that it belongs to
 * @param memberClass its class among the members of the exchange (X-Road): {@code GOV}, {@code
 *     MUN}, {@code COM}, {@code EDU} or another
 */
public record Agency(
        AgencyCode code,
        Kind kind,
        String titleFa,
        String titleEn,
        @Nullable CountyCode county,
        @Nullable AgencyCode parent,
        String memberClass) {

    private static final Pattern MEMBER_CLASS = Pattern.compile("[A-Z]{2,16}");

    public Agency {
        if (!MEMBER_CLASS.matcher(memberClass).matches()) {
            throw new IllegalArgumentException(code + " has no member class such as GOV");
        }
    }

    /** What kind of body. */
    public enum Kind {
        /** A ministry or another body of the country. */
        NATIONAL,
        /** The body that runs this program. */
        OPERATOR,
        /** An agency of the province. */
        EXECUTIVE,
        MUNICIPALITY,
        /** An agency's office in a county. */
        OFFICE
    }

    public String title(Locale locale) {
        return PersianText.isPersian(locale) ? titleFa : titleEn;
    }
}
