package org.dargah.ui;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A deadline: working days in words first, then its date. */
public record Due(String text, @Nullable LocalDate date, Urgency urgency) {

    /** How near it is. */
    public enum Urgency {
        CALM(""),
        SOON(" due--soon"),
        LATE(" due--late");

        private final String css;

        Urgency(String css) {
            this.css = css;
        }

        public String cssClass() {
            return "due" + css;
        }
    }
}
