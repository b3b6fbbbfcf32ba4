package org.dargah.identity.internal;

import org.dargah.acts.Entry;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.springframework.stereotype.Component;

/** As what sign-in asks registries and leaves acts. */
@Component
public final class Footprint {

    private static final Purpose SIGN_IN = new Purpose("sign-in");
    private static final Actor DOOR = Actor.system("sign-in", "درگاه، هنگام ورود شما");

    private final HomeProvince home;
    private final AgencyCode agency;

    Footprint(HomeProvince home, IdentityProperties properties) {
        this.home = home;
        this.agency = new AgencyCode(properties.agency());
    }

    Province province() {
        return home.province();
    }

    /** Before it is known who someone is, Dargah itself asks. */
    Caller caller() {
        return new Caller(agency, DOOR, Channel.PORTAL, SIGN_IN, null, null);
    }

    Entry ofPerson(PersonId person) {
        Actor citizen = new Actor(Actor.Kind.CITIZEN, person.toString(), "خود شما");
        return Entry.by(home.province(), citizen, Channel.PORTAL, SIGN_IN).about(person);
    }

    Entry ofOfficer(CurrentOfficer officer) {
        return Entry.by(home.province(), officer.actor(), Channel.PORTAL, SIGN_IN)
                .at(officer.agency());
    }

    Entry ofDoor() {
        return Entry.by(home.province(), DOOR, Channel.PORTAL, SIGN_IN).at(agency);
    }
}
