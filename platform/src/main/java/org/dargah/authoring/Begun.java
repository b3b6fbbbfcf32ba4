package org.dargah.authoring;

import java.util.List;
import org.dargah.catalog.Problem;

/** What came of beginning a draft. */
public sealed interface Begun {

    /** It is there, whatever is still wrong with it. */
    record Open(Draft draft) implements Begun {}

    /** Refused whole; nothing was kept. */
    record Refused(List<Problem> problems) implements Begun {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
