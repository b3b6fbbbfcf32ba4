package org.dargah.catalog;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came of opening an uploaded zip. */
public sealed interface Unpacked {

    /** The files of a pack, not yet checked. */
    record Files(SortedMap<String, String> files) implements Unpacked {
        public Files {
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        }
    }

    /** Not the zip of a pack; nothing of it was kept. */
    record Refused(List<Problem> problems) implements Unpacked {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
