package org.dargah.identity;

import org.dargah.kernel.Actor;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;

/** The citizen who is signed in; a controller gets one by naming it as an argument. */
public record CurrentPerson(Province province, PersonId id, String name) {

    /** What other people read of a citizen who did something. */
    private static final String TITLE = "متقاضی";

    public Actor actor() {
        return new Actor(Actor.Kind.CITIZEN, id.toString(), TITLE);
    }

    @Override
    public String toString() {
        return "CurrentPerson[" + id + "]";
    }
}
