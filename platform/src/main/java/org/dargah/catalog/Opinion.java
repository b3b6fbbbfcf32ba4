package org.dargah.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CountyCode;

/**
 * What another agency is asked about a case, as the pack declares it. What it answers is known as
 * {@code opinion.<name>.outcome}, {@code .text} and {@code .silent}.
 *
 * @param name as in the user task {@code opinion-<name>}
 * @param agency who is asked; its office in the applicant's county if it has one there
 * @param counties who is asked instead where the place lies in one of these counties
 * @param days working days in which it may answer
 * @param sees the facts of the case that it needs, and nothing else is shown to it
 */
public record Opinion(
        String name,
        AgencyCode agency,
        Map<CountyCode, AgencyCode> counties,
        Text title,
        Text question,
        int days,
        Silence silence,
        List<String> sees) {

    /** The name under which opinions are known. */
    public static final String FACTS = "opinion";

    /** What each opinion tells. */
    public static final List<String> TELLS = List.of("outcome", "text", "silent");

    /** What it means when the days are over and nobody has answered. */
    public enum Silence {
        AGREES,
        WAITS
    }

    public Opinion {
        counties = Map.copyOf(counties);
        sees = List.copyOf(sees);
    }

    /** All whom it may be asked of. */
    public Set<AgencyCode> agencies() {
        Set<AgencyCode> all = new HashSet<>(counties.values());
        all.add(agency);
        return all;
    }
}
