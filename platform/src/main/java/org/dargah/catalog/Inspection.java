package org.dargah.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A visit by an inspector of the deciding office, as the pack declares it. What was found is known
 * as {@code inspection.<item>}.
 *
 * @param title such as «بازدید بهداشتی از محل»
 * @param notice what the applicant reads beside the day: what to have ready
 * @param checklist what the inspector looks at
 */
public record Inspection(Text title, Text notice, List<Item> checklist) {

    /** The name under which findings are known. */
    public static final String FACTS = "inspection";

    /** Known beside the items: the outcome, the day of the visit, and the inspector's words. */
    public static final List<String> OWN = List.of("finding", "day", "note");

    public Inspection {
        checklist = List.copyOf(checklist);
    }

    /**
     * One line of the checklist.
     *
     * @param unit of a number
     */
    public record Item(String name, Kind kind, Text label, Optional<Text> unit, boolean optional) {}

    /** How a line is answered. */
    public enum Kind {
        YESNO,
        NUMBER,
        WORDS,
        PHOTO
    }

    public Optional<Item> item(String name) {
        return checklist.stream().filter(item -> item.name().equals(name)).findFirst();
    }

    /** True when the report gives the field of that name. */
    public boolean gives(String field) {
        return OWN.contains(field) || item(field).isPresent();
    }
}
