package org.dargah.evidence.internal;

import java.nio.file.Path;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The key that signed earlier checkpoints is missing; nothing may start. */
public final class LogKeyLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogKeyLost(Path file) {
        super("The key " + file + " is missing, but the log's checkpoints were signed with it.");
    }

    /** Tells it in two sentences instead of a hundred lines of stack. */
    static final class Told extends AbstractFailureAnalyzer<LogKeyLost> {

        @Override
        protected FailureAnalysis analyze(Throwable root, LogKeyLost lost) {
            return new FailureAnalysis(
                    lost.getMessage(), "Put it back from your backup, then start again.", lost);
        }
    }
}
