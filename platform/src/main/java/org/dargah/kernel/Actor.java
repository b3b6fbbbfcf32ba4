package org.dargah.kernel;

/**
 * Who does something.
 *
 * @param id a {@link PersonId} for people, a name for programs; never a national id
 * @param title what the citizen reads, such as «کارشناس صدور پروانه»
 */
public record Actor(Kind kind, String id, String title) {

    /** What kind of doer. */
    public enum Kind {
        CITIZEN,
        OFFICER,
        /** Dargah itself. */
        SYSTEM,
        /** A program of another body, through the API. */
        CLIENT
    }

    public Actor {
        if (id.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("An actor has an id and a title");
        }
    }

    /** Dargah's own jobs and rules. */
    public static Actor system(String id, String title) {
        return new Actor(Kind.SYSTEM, id, title);
    }

    /** The title may name a person, so it stays out of logs. */
    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
