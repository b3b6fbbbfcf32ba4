package org.dargah.cases;

import org.dargah.acts.Entry;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;

/**
 * Who asks for a service, and who acts for him.
 *
 * @param name as the civil registry gave it
 * @param actor the person himself, or the program or operator that acts
 */
public record Applicant(
        Province province,
        PersonId id,
        NationalId nationalId,
        String name,
        Mobile mobile,
        Actor actor,
        Channel channel) {

    /** What they do in a case of theirs. */
    Entry in(CaseFile file) {
        return Entry.by(province, actor, channel, Applications.APPLYING)
                .about(file.subject())
                .in(file.id())
                .at(file.agency());
    }

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return "Applicant[" + id + "]";
    }
}
