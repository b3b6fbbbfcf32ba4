package org.dargah.cases;

import java.util.Set;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Role;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;

/**
 * An officer at work on the cases of his agency, and of no other.
 *
 * @param actor with the title that the citizen reads
 */
public record Official(Province province, AgencyCode agency, Actor actor, Set<Role> roles) {

    public Official {
        roles = Set.copyOf(roles);
    }

    public static Official of(CurrentOfficer officer) {
        return new Official(officer.province(), officer.agency(), officer.actor(), officer.roles());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
