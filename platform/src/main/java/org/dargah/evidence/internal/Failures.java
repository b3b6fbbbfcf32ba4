package org.dargah.evidence.internal;

import java.sql.SQLException;
import org.dargah.evidence.NotKept;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with the database from what is wrong with one thing's rows. */
final class Failures {

    private Failures() {}

    /**
     * Of classes 08 (connection), 53 (resources: disk full, out of memory), 57 (the operator steps
     * in), 58 (system error) and XX (internal error); PostgreSQL documentation, appendix A. Trying
     * the halves of a batch would only meet it again, as it would a disk that is nearly full.
     */
    static boolean concernAll(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotKept) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState() == null ? "08" : sql.getSQLState();
                return state.matches("(08|53|57|58|XX).*");
            }
        }
        return false;
    }
}
