package org.dargah.identity;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.dargah.identity.internal.CivilRegistry;
import org.dargah.identity.internal.PersonRepository;
import org.dargah.identity.internal.SessionContext;
import org.dargah.identity.internal.SimRegistry;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.springframework.stereotype.Component;

/** People: finding them, confirming them, and who is signed in. */
@Component
public final class Identity {

    private final PersonRepository people;
    private final CivilRegistry civil;
    private final SimRegistry sim;

    public Identity(PersonRepository people, CivilRegistry civil, SimRegistry sim) {
        this.people = people;
        this.civil = civil;
        this.sim = sim;
    }

    /** Reading a person's data is an act; the caller records it with its purpose. */
    public Optional<Person> person(PersonId id) {
        return people.find(id);
    }

    /** Several at once, for lists; ids that nobody has are left out. */
    public Map<PersonId, Person> people(Collection<PersonId> ids) {
        return people.findAll(ids);
    }

    /**
     * Asks the civil registry, through the exchange, whether such a person lives, and stores what
     * it tells. The same national id always leads to the same {@link PersonId}.
     */
    public Confirmation confirm(NationalId nationalId, LocalDate birthDate, Caller caller) {
        return civil.confirm(nationalId, birthDate, caller);
    }

    /**
     * The same for a program that hands in for people at a counter: what the registry said of them
     * within that time is believed, so that a morning's ten applications ask once.
     */
    public Confirmation confirm(
            NationalId nationalId, LocalDate birthDate, Caller caller, Duration fresh) {
        return civil.confirm(nationalId, birthDate, caller, fresh);
    }

    /** Asks the SIM registry, through the exchange; a number that is theirs is stored. */
    public Ownership confirmMobile(Person person, Mobile mobile, Caller caller) {
        return sim.confirm(person, mobile, caller);
    }

    /** The citizen of the current request. */
    public Optional<CurrentPerson> currentPerson() {
        return SessionContext.currentPerson();
    }

    /** The official of the current request. */
    public Optional<CurrentOfficer> currentOfficer() {
        return SessionContext.currentOfficer();
    }
}
