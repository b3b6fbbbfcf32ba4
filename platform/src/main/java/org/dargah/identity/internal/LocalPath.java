package org.dargah.identity.internal;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place to go on to, only within Dargah: never another host, whatever tricks a link plays. */
public final class LocalPath {

    /** Browsers read a backslash as a slash and drop tabs and line ends. */
    private static final Pattern PLAIN = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,2000}");

    private LocalPath() {}

    public static Optional<String> read(@Nullable String typed) {
        if (typed == null || !PLAIN.matcher(typed).matches()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(typed);
            boolean local = uri.getHost() == null && uri.getScheme() == null;
            return local && isNoDoor(uri.getPath()) ? Optional.of(typed) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Going on to the door would go round in circles. */
    private static boolean isNoDoor(String path) {
        return !path.startsWith("/sign-") && !path.startsWith("/work/sign-");
    }
}
