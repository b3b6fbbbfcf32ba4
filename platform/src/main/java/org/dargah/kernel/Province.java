package org.dargah.kernel;

import java.util.regex.Pattern;

/**
 * A province by its code of ISO 3166-2:IR, such as IR-08 (Kerman). The first part of every key of a
 * large table, so that one country can be spread over many machines.
 */
public record Province(String code) {

    private static final Pattern FORM = Pattern.compile("IR-\\d{2}");

    public Province {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("Not a province code: " + code);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
