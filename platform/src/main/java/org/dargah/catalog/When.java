package org.dargah.catalog;

import java.util.Set;

/**
 * A condition as data, the only kind a pack may put on an ask or a page: the fact has one of these
 * values. A fact that is not known yet does not have it.
 */
public record When(String fact, Set<String> is) {

    public When {
        is = Set.copyOf(is);
    }

    public boolean holds(Facts facts) {
        return facts.value(fact).map(value -> is.contains(value.toString())).orElse(false);
    }
}
