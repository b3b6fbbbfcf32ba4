package org.dargah.catalog;

import java.util.ArrayList;
import java.util.List;
import org.dargah.catalog.internal.CardDifferences;
import org.dargah.catalog.internal.FormDifferences;
import org.dargah.catalog.internal.RuleDifferences;

/** Two versions of a service side by side: what people, officers and agencies would notice. */
public final class Differences {

    private Differences() {}

    /**
     * Everything that differs, in the order in which a reader meets it; empty when nothing does.
     */
    public static List<Difference> between(Service before, Service after) {
        var all = new ArrayList<Difference>();
        all.addAll(CardDifferences.between(before, after));
        all.addAll(FormDifferences.between(before, after));
        all.addAll(RuleDifferences.between(before, after));
        return all.stream().sorted(java.util.Comparator.comparing(Difference::part)).toList();
    }
}
