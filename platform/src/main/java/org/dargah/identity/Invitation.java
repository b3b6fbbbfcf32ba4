package org.dargah.identity;

import java.util.Set;
import org.dargah.kernel.AgencyCode;

/**
 * What an account will be.
 *
 * @param title what citizens read, such as «کارشناس صدور پروانه»
 */
public record Invitation(AgencyCode agency, String title, Set<Role> roles) {

    public Invitation {
        roles = Set.copyOf(roles);
        if (title.isBlank() || roles.isEmpty() || !roles.stream().allMatch(Role::isOfficial)) {
            throw new IllegalArgumentException(
                    "An invitation names a title and roles of officials");
        }
    }
}
