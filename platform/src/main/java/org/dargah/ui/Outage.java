package org.dargah.ui;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everybody asks at once, or the database is away, has no room, is being stopped or cannot read its
 * disk (classes 08, 53, 57 and 58; PostgreSQL documentation, appendix A): none of it is a fault of
 * the request, and all of it passes.
 */
public final class Outage {

    /** Seconds; connections come back as soon as others have their answers. */
    public static final String RETRY_AFTER = "2";

    private static final Pattern PASSES = Pattern.compile("(08|53|57|58).*");

    private Outage() {}

    public static boolean explains(@Nullable Throwable failure) {
        for (Throwable why = failure; why != null; why = why.getCause()) {
            if (why instanceof SQLTransientConnectionException
                    || (why instanceof SQLException sql
                            && PASSES.matcher(String.valueOf(sql.getSQLState())).matches())) {
                return true;
            }
        }
        return false;
    }
}
