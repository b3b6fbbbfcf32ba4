package org.dargah.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an application stands against each numbered condition of its service. */
public record Assessment(List<Finding> findings) {

    /** What a rule says about one condition; UNKNOWN also when only an officer can judge. */
    public enum Standing {
        MET,
        FAILED,
        UNKNOWN
    }

    /** One condition, how it stands, and what shows it. */
    public record Finding(Condition condition, Standing standing, List<Evidence> evidence) {
        public Finding {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What a registry said that bears on a condition.
     *
     * @param found false when the registry has nothing about the person
     * @param values of the fields that were asked
     */
    public record Evidence(Ask ask, boolean found, Map<String, Object> values, Instant at) {
        public Evidence {
            values = Map.copyOf(values);
        }

        @Override
        public String toString() {
            return "Evidence[" + ask.registry() + ", found=" + found + ", " + values.keySet() + "]";
        }
    }

    public Assessment {
        findings = List.copyOf(findings);
    }

    public boolean allMet() {
        return findings.stream().allMatch(f -> f.standing() == Standing.MET);
    }

    /** The condition with the lowest number that is failed: what a refusal by rule cites. */
    public Optional<Finding> firstFailed() {
        return with(Standing.FAILED).stream().findFirst();
    }

    /** In the order of the conditions' numbers. */
    public List<Finding> with(Standing standing) {
        return findings.stream().filter(f -> f.standing() == standing).toList();
    }

    public Optional<Finding> of(int condition) {
        return findings.stream().filter(f -> f.condition().number() == condition).findFirst();
    }
}
