package org.dargah.kernel;

import java.util.regex.Pattern;

/**
 * The code of a service: its agency's code, a slash, lower-case words with hyphens, such as {@code
 * asnaf/business-licence}; the folder of its pack has the same name.
 */
public record ServiceCode(String value) implements Comparable<ServiceCode> {

    private static final Pattern FORM =
            Pattern.compile("(?=.{1,120}$)[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public ServiceCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a service code: " + value);
        }
    }

    public static ServiceCode of(AgencyCode agency, String name) {
        return new ServiceCode(agency.value() + "/" + name);
    }

    /** The agency that gives the service. */
    public AgencyCode agency() {
        return new AgencyCode(value.substring(0, value.indexOf('/')));
    }

    /** The part after the slash. */
    public String name() {
        return value.substring(value.indexOf('/') + 1);
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
