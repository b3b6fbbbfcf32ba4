package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.dargah.catalog.Difference;
import org.dargah.catalog.Difference.How;
import org.dargah.catalog.Difference.Part;
import org.dargah.catalog.Difference.Said;

/** Gathers differences: what was and is said, compared as readers would. */
final class Comparison {

    private final List<Difference> all = new ArrayList<>();

    List<Difference> all() {
        return all;
    }

    void compare(Part part, String what, Said before, Said after) {
        compare(part, what, Said.NOTHING, before, after);
    }

    void compare(Part part, String what, Said about, Said before, Said after) {
        if (before.equals(after)) {
            return;
        }
        How how =
                before.equals(Said.NOTHING)
                        ? How.ADDED
                        : after.equals(Said.NOTHING) ? How.REMOVED : How.CHANGED;
        all.add(new Difference(part, what, about, how, before, after));
    }

    /**
     * Things that have a name of their own: one that is only here was removed, one that is only
     * there was added, one that is in both is looked at more closely.
     */
    <T> void each(
            List<T> before,
            List<T> after,
            Function<T, ?> key,
            Function<T, Said> said,
            Part part,
            String what,
            BiConsumer<T, T> closely) {
        Map<Object, T> old = byKey(before, key);
        Map<Object, T> fresh = byKey(after, key);
        old.forEach(
                (name, one) -> {
                    T other = fresh.get(name);
                    if (other == null) {
                        all.add(
                                new Difference(
                                        part,
                                        what,
                                        Said.NOTHING,
                                        How.REMOVED,
                                        said.apply(one),
                                        Said.NOTHING));
                    } else {
                        closely.accept(one, other);
                    }
                });
        fresh.forEach(
                (name, one) -> {
                    if (!old.containsKey(name)) {
                        all.add(
                                new Difference(
                                        part,
                                        what,
                                        Said.NOTHING,
                                        How.ADDED,
                                        Said.NOTHING,
                                        said.apply(one)));
                    }
                });
    }

    private static <T> Map<Object, T> byKey(List<T> things, Function<T, ?> key) {
        Map<Object, T> map = new LinkedHashMap<>();
        things.forEach(thing -> map.put(key.apply(thing), thing));
        return map;
    }
}
