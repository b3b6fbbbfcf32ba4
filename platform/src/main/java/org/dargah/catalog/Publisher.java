package org.dargah.catalog;

import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Channel;

/**
 * In whose name a service is changed.
 *
 * @param office where they work
 * @param name name and title, as the service's history shows them
 */
public record Publisher(Actor actor, AgencyCode office, Channel channel, String name) {

    /** Officials have names; logs do not get them. */
    @Override
    public String toString() {
        return actor.toString();
    }
}
