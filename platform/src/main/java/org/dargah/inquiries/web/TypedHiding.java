package org.dargah.inquiries.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Errors;
import org.dargah.ui.Words;

/** An order of hiding as it was typed. */
record TypedHiding(String nationalId, String agency, String number, String basis, String days) {

    /** So many days may be chosen; the last is the most that is allowed. */
    static final List<String> DAYS = List.of("30", "60", "90", "180");

    private static final int LONGEST = 200;

    static final TypedHiding NOTHING = new TypedHiding("", "", "", "", DAYS.getFirst());

    static TypedHiding of(
            String nationalId, String agency, String number, String basis, String days) {
        return new TypedHiding(
                PersianText.normalise(nationalId),
                agency,
                PersianText.normalise(number),
                PersianText.normalise(basis),
                days);
    }

    Errors errors(boolean knowsAgency, Words words) {
        Errors errors = Errors.none();
        if (person().isEmpty()) {
            errors = errors.with("nationalId", words.t("inquiries.hiding.error.person"));
        }
        if (!knowsAgency) {
            errors = errors.with("agency", words.t("inquiries.hiding.error.agency"));
        }
        if (number.isEmpty() || number.length() > LONGEST) {
            errors = errors.with("number", words.t("inquiries.hiding.error.number"));
        }
        if (basis.isEmpty() || basis.length() > LONGEST) {
            errors = errors.with("basis", words.t("inquiries.hiding.error.basis"));
        }
        return DAYS.contains(days)
                ? errors
                : errors.with("days", words.t("inquiries.hiding.error.days"));
    }

    Optional<NationalId> person() {
        return NationalId.parse(nationalId);
    }

    Duration time() {
        return Duration.ofDays(Long.parseLong(days));
    }

    /** Whom it is about stays out of logs. */
    @Override
    public String toString() {
        return "TypedHiding[" + number + "]";
    }
}
