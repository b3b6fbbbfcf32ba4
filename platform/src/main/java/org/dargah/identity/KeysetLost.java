package org.dargah.identity;

import java.nio.file.Path;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Keys are missing with which something in the database was sealed; nothing may start. */
public final class KeysetLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    KeysetLost(Path file) {
        super("The keys " + file + " are missing, but the database holds what they sealed.");
        this.name = String.valueOf(file.getFileName());
    }

    /** Tells it in two sentences instead of a hundred lines of stack. */
    static final class Told extends AbstractFailureAnalyzer<KeysetLost> {

        @Override
        protected FailureAnalysis analyze(Throwable root, KeysetLost lost) {
            return new FailureAnalysis(
                    lost.getMessage(),
                    "Put keys/"
                            + lost.name
                            + " of the data folder back from your backup, then start again.",
                    lost);
        }
    }
}
