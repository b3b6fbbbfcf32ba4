package org.dargah.cases;

import java.util.List;

/** What came of doing a task, or a part of it. */
public sealed interface Doing {

    /** It stands; done twice by the same hand it stands once. */
    record Done(CaseFile file) implements Doing {}

    /** A colleague was quicker, or the task is no longer there: nothing was overwritten. */
    record Overtaken(CaseFile file) implements Doing {}

    /** Something is missing or wrong; nothing was kept. */
    record Flawed(List<Flaw> flaws) implements Doing {

        public Flawed {
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * What is wrong.
     *
     * @param field of the form
     * @param key of the sentence in the messages
     * @param values of the sentence
     */
    record Flaw(String field, String key, List<Object> values) {

        public Flaw {
            values = List.copyOf(values);
        }

        static Flaw of(String field, String key, Object... values) {
            return new Flaw(field, key, List.of(values));
        }
    }
}
