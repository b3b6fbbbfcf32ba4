package org.dargah.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a person's data is read or something is done, by a code such as {@code sign-in} or {@code
 * decide-case}; the text that people read stands in the messages of the module that coined it.
 */
public record Purpose(String code) {

    private static final Pattern FORM = Pattern.compile("(?=.{1,80}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Purpose {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("Not a purpose: " + code);
        }
    }

    /** Empty for what is no code. */
    public static Optional<Purpose> parse(String code) {
        return FORM.matcher(code).matches() ? Optional.of(new Purpose(code)) : Optional.empty();
    }

    @Override
    public String toString() {
        return code;
    }
}
