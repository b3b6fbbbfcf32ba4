package org.dargah.acts;

import java.util.Map;
import java.util.TreeMap;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Caller;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What is written about an act. Start with {@link #by} and add what there is.
 *
 * @param subject the person whom the act concerns or whose data it shows
 * @param office the agency in which it was done
 * @param details what else a reader needs, by short keys: names of fields, codes, numbers of
 *     conditions. Never a value of personal data
 */
public record Entry(
        Province province,
        Actor actor,
        @Nullable PersonId subject,
        @Nullable CaseId caseId,
        @Nullable AgencyCode office,
        Channel channel,
        Purpose purpose,
        Map<String, String> details) {

    public Entry {
        details = Map.copyOf(details);
    }

    public static Entry by(Province province, Actor actor, Channel channel, Purpose purpose) {
        return new Entry(province, actor, null, null, null, channel, purpose, Map.of());
    }

    /** As the caller of an inquiry says who asks, where, for which case and why. */
    public static Entry by(Province province, Caller caller) {
        Entry entry =
                new Entry(
                        province,
                        caller.actor(),
                        null,
                        caller.caseId(),
                        caller.agency(),
                        caller.channel(),
                        caller.purpose(),
                        Map.of());
        Integer condition = caller.condition();
        return condition == null ? entry : entry.with("condition", condition.toString());
    }

    public Entry about(@Nullable PersonId person) {
        return new Entry(province, actor, person, caseId, office, channel, purpose, details);
    }

    public Entry in(@Nullable CaseId id) {
        return new Entry(province, actor, subject, id, office, channel, purpose, details);
    }

    public Entry at(@Nullable AgencyCode agency) {
        return new Entry(province, actor, subject, caseId, agency, channel, purpose, details);
    }

    public Entry with(String key, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(key, value);
        return new Entry(province, actor, subject, caseId, office, channel, purpose, more);
    }

    /** True when a citizen does it in a matter of their own, and not in somebody else's. */
    public boolean isOwn() {
        return actor.kind() == Actor.Kind.CITIZEN
                && (subject == null || actor.id().equals(subject.toString()));
    }
}
