package org.dargah.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/** An Iranian mobile number in its national form: eleven digits that begin with 09. */
public record Mobile(String digits) {

    private static final Pattern NATIONAL = Pattern.compile("09\\d{9}");
    private static final Pattern COUNTRY_CODE = Pattern.compile("^(?:\\+|00)?98(?=9\\d{9}$)");

    public Mobile {
        if (!NATIONAL.matcher(digits).matches()) {
            throw new IllegalArgumentException("Not a mobile number");
        }
    }

    /** Reads what a person typed; +98, 0098, and a missing leading zero are accepted. */
    public static Optional<Mobile> parse(String typed) {
        String number =
                COUNTRY_CODE
                        .matcher(PersianText.typedNumber(typed).replaceAll("[()]", ""))
                        .replaceFirst("0");
        String national = number.matches("9\\d{9}") ? "0" + number : number;
        return NATIONAL.matcher(national).matches()
                ? Optional.of(new Mobile(national))
                : Optional.empty();
    }

    /** The form of E.164, as gateways expect it. */
    public String international() {
        return "+98" + digits.substring(1);
    }

    /** Enough for its owner to recognise it. */
    public String masked() {
        return digits.substring(0, 4) + "•••" + digits.substring(7);
    }

    @Override
    public String toString() {
        return "Mobile[masked]";
    }
}
