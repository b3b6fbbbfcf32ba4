package org.dargah.ui;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a timeline.
 *
 * @param text a second line, or empty
 * @param who who, which office
 * @param when as people read it
 * @param machineTime for {@code <time datetime>}; null when the moment is only a limit
 */
public record Moment(
        Phase phase,
        String title,
        String text,
        String who,
        String when,
        @Nullable String machineTime) {

    /** Whether it has happened. */
    public enum Phase {
        DONE,
        NOW,
        NEXT;

        public @Nullable String cssClass() {
            return switch (this) {
                case DONE -> null;
                case NOW -> "is-now";
                case NEXT -> "is-next";
            };
        }
    }
}
