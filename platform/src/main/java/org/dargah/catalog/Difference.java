package org.dargah.catalog;

import java.time.Duration;
import java.time.Period;
import org.dargah.kernel.Rial;

/**
 * One difference between two versions of a service, as somebody who is no programmer reads it.
 *
 * @param what differs, such as {@code title} or {@code question}; the end of a message key
 * @param about which one, such as the short name of a question; nothing where there is only one
 */
public record Difference(Part part, String what, Said about, How how, Said before, Said after) {

    /** In which part of the service. */
    public enum Part {
        CARD,
        TIME,
        CONDITIONS,
        QUESTIONS,
        ASKS,
        PAPERS,
        FEES,
        RULES,
        PROCESS,
        OUTPUTS
    }

    public enum How {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** Something that was or is said. */
    public sealed interface Said {

        record Nothing() implements Said {}

        /** A text of the pack in both languages. */
        record Words(Text text) implements Said {}

        /** A word of the house, by its message key. */
        record Word(String key) implements Said {}

        record Count(long number) implements Said {}

        record Days(int days) implements Said {}

        record Money(Rial amount) implements Said {}

        record Span(Period period) implements Said {}

        record Time(Duration duration) implements Said {}

        /** A condition by its number. */
        record Numbered(int number) implements Said {}

        /** As it stands in a file: a rule, a pattern, a name. */
        record Code(String code) implements Said {}

        /** Several of them. */
        record All(java.util.List<Said> all) implements Said {
            public All {
                all = java.util.List.copyOf(all);
            }
        }

        Said NOTHING = new Nothing();

        static Said of(Text text) {
            return text.fa().isBlank() ? NOTHING : new Words(text);
        }

        static Said code(String text) {
            return text.isBlank() ? NOTHING : new Code(text);
        }
    }
}
