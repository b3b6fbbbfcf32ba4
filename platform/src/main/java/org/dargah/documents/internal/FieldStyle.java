package org.dargah.documents.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Rial;

/** How a value is printed; the {@code as} of a field. */
enum FieldStyle {
    /** Words and numbers, with Persian digits. */
    TEXT,
    /** A code, phone number or address: from left to right, digits as they are. */
    CODE,
    /** An ISO date, printed as «۱ آذر ۱۴۰۵». */
    DATE,
    /** A whole number of rials, printed as «۱٬۲۰۰٬۰۰۰ ریال». */
    RIAL;

    private static final Locale PERSIAN = Locale.of("fa", "IR");

    private static final String NOTHING = "—";

    static FieldStyle of(String as) {
        return valueOf(as.toUpperCase(Locale.ROOT));
    }

    /**
     * What registries say is printed even when it is not of the declared kind: a certificate that
     * shows a date as it came is better than one that is never issued.
     */
    String text(String value) {
        if (value.isBlank()) {
            return NOTHING;
        }
        return switch (this) {
            case TEXT -> PersianText.persianDigits(value);
            case CODE -> value;
            case DATE -> date(value);
            case RIAL ->
                    value.matches("\\d{1,18}")
                            ? new Rial(Long.parseLong(value)).text(PERSIAN)
                            : PersianText.persianDigits(value);
        };
    }

    private static String date(String value) {
        try {
            return JalaliDate.of(LocalDate.parse(value)).text(PERSIAN);
        } catch (DateTimeException | IllegalArgumentException e) {
            return PersianText.persianDigits(value);
        }
    }

    boolean leftToRight() {
        return this == CODE;
    }
}
