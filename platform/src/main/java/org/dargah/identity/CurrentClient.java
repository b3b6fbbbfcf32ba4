package org.dargah.identity;

import java.util.Set;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;

/**
 * The program of another body that makes the current request; a controller gets it by naming it as
 * an argument. Read anew for each request, so that a client that was closed is out at once.
 *
 * @param title what citizens read of it, such as «دفتر پیشخوان ۱۲ کرمان»
 * @param agency the body that answers for it
 * @param memberClass of that body among the members of the exchange (X-Road)
 * @param scopes what it was given; a token may carry fewer
 */
public record CurrentClient(
        Province province,
        String id,
        String title,
        AgencyCode agency,
        String memberClass,
        Set<Scope> scopes) {

    public CurrentClient {
        scopes = Set.copyOf(scopes);
    }

    /** As X-Road names it: instance, class, member, subsystem. */
    public String roadName() {
        return String.join("/", province.code(), memberClass, agency.value(), id);
    }

    public Actor actor() {
        return new Actor(Actor.Kind.CLIENT, id, title);
    }
}
