package org.dargah.kernel;

import java.util.regex.Pattern;

/**
 * The code of a service, unique in the catalogue: lower-case words with hyphens, such as {@code
 * business-licence}; the folder of its pack has the same name.
 */
public record ServiceCode(String value) implements Comparable<ServiceCode> {

    private static final Pattern FORM = Pattern.compile("(?=.{1,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public ServiceCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a service code: " + value);
        }
    }

    @Override
    public int compareTo(ServiceCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
