package org.dargah.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.kernel.AgencyCode;
import org.jspecify.annotations.Nullable;

/**
 * A registry that may be asked, as its declaration presents it to people.
 *
 * @param code name and version, such as {@code civil/person@1}
 * @param provider the agency that keeps it
 * @param spared what cases need not ask people for, since it tells it
 */
public record Registry(
        String code,
        String titleFa,
        String titleEn,
        AgencyCode provider,
        List<Field> fields,
        Spared spared) {

    public Registry {
        fields = List.copyOf(fields);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /**
     * One thing that the registry knows.
     *
     * @param plain how somebody is asked for it before signing in; null where nobody is
     */
    public record Field(
            String name,
            String labelFa,
            String labelEn,
            Sensitivity sensitivity,
            @Nullable Plain plain) {}

    /**
     * A question about oneself, for who only wants to know where they stand.
     *
     * @param options of a choice
     */
    public record Plain(String fa, String en, Kind kind, @Nullable List<Option> options) {
        public Plain {
            options = options == null ? List.of() : List.copyOf(options);
        }

        /** How it is answered. */
        public enum Kind {
            CHOICE,
            DATE,
            NUMBER
        }

        /**
         * @param value as the registry says it; {@link #NONE} when it has nothing about the person
         */
        public record Option(String value, String fa, String en) {

            public static final String NONE = "none";
        }
    }

    /**
     * What nobody need be asked for.
     *
     * @param facts fields and keys, each with the other names by which forms ask for it
     * @param papers by any of their names
     */
    public record Spared(
            Map<String, List<String>> facts,
            List<String> papers,
            Map<String, String> concepts,
            List<String> paperConcepts) {

        public static final Spared NOTHING = new Spared(Map.of(), List.of(), Map.of(), List.of());

        public Spared {
            facts = Map.copyOf(facts);
            papers = List.copyOf(papers);
            concepts = Map.copyOf(concepts);
            paperConcepts = List.copyOf(paperConcepts);
        }
    }

    /** How much harm knowing a field can do. */
    public enum Sensitivity {
        /** About a place or a thing; anyone may know. */
        OPEN,
        /** About a person. */
        PERSONAL,
        /** About a person's health, belief or the like. */
        SENSITIVE
    }
}
