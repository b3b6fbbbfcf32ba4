package org.dargah.documents.internal;

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

    static FieldStyle of(String as) {
        return valueOf(as.toUpperCase(Locale.ROOT));
    }

    String text(String value) {
        return switch (this) {
            case TEXT -> PersianText.persianDigits(value);
            case CODE -> value;
            case DATE -> JalaliDate.of(LocalDate.parse(value)).text(PERSIAN);
            case RIAL -> new Rial(Long.parseLong(value)).text(PERSIAN);
        };
    }

    boolean leftToRight() {
        return this == CODE;
    }
}
