package org.dargah.documents.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The keystore that signed earlier documents is missing or cannot be opened; nothing may start. */
public final class KeysLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysLost(String message) {
        super(message);
    }

    KeysLost(String message, Throwable cause) {
        super(message, cause);
    }

    /** Tells it in two sentences instead of a hundred lines of stack. */
    static final class Told extends AbstractFailureAnalyzer<KeysLost> {

        @Override
        protected FailureAnalysis analyze(Throwable root, KeysLost lost) {
            return new FailureAnalysis(
                    lost.getMessage(),
                    "Put signing.p12 and signing.password back from your backup, then start again.",
                    lost);
        }
    }
}
