package org.dargah.catalog;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.dargah.kernel.AgencyCode;

/**
 * The times of a service.
 *
 * @param workingDays the statutory time
 * @param extension how an officer may prolong it once; empty where the law lets nobody
 * @param silence what it means when the time runs out
 * @param validity how long what was given is valid; empty for ever
 * @param onlineMinutes how long filling in takes
 */
public record Terms(
        int workingDays,
        Optional<Extension> extension,
        Silence silence,
        Optional<Period> validity,
        int onlineMinutes) {

    /**
     * One prolongation of the statutory time, for one of these reasons and no other.
     *
     * @param workingDays by which it grows
     */
    public record Extension(int workingDays, List<Reason> reasons, Text legalBasis) {
        public Extension {
            reasons = List.copyOf(reasons);
        }

        public Optional<Reason> reason(String code) {
            return reasons.stream().filter(reason -> reason.code().equals(code)).findFirst();
        }
    }

    public record Reason(String code, Text text) {}

    /**
     * What the agency's silence means when the statutory time is over.
     *
     * @param legalBasis empty where it means nothing
     * @param body that takes the case; only where it means that
     */
    public record Silence(Meaning meaning, Optional<Text> legalBasis, Optional<AgencyCode> body) {

        public static final Silence NOTHING =
                new Silence(Meaning.NOTHING, Optional.empty(), Optional.empty());

        /** True where a law says what it means. */
        public boolean speaks() {
            return meaning != Meaning.NOTHING;
        }
    }

    public enum Meaning {
        /** The case stays open and is late. */
        NOTHING,
        APPROVAL,
        REFUSAL,
        /** The body above takes the case. */
        HIGHER_BODY
    }
}
