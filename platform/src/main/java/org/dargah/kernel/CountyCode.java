package org.dargah.kernel;

import java.util.regex.Pattern;

/** The code of a county (شهرستان) within its province, such as {@code rafsanjan}. */
public record CountyCode(String value) implements Comparable<CountyCode> {

    private static final Pattern FORM = Pattern.compile("(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public CountyCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a county code: " + value);
        }
    }

    @Override
    public int compareTo(CountyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
