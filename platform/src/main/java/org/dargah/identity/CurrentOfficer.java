package org.dargah.identity;

import java.util.Set;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;

/**
 * The official who is signed in; a controller gets one by naming it as an argument. Read anew for
 * each request, so that a role taken away is away at once.
 *
 * @param title what citizens read, such as «کارشناس صدور پروانه»
 */
public record CurrentOfficer(
        Province province,
        OfficerId id,
        String username,
        String name,
        String title,
        AgencyCode agency,
        Set<Role> roles) {

    public CurrentOfficer {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public Actor actor() {
        return new Actor(Actor.Kind.OFFICER, id.toString(), title);
    }

    @Override
    public String toString() {
        return "CurrentOfficer[" + id + "]";
    }
}
