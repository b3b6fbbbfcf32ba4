package org.dargah.catalog.internal;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list that asks, with each item that is read, whether there is time to go on. */
final class TimedList extends AbstractList<@Nullable Object> implements RandomAccess {

    private final List<?> items;

    private TimedList(List<?> items) {
        this.items = items;
    }

    /** The value itself unless it is a list, or a context of lists. */
    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case TimedList list -> list;
            case List<?> list -> new TimedList(list);
            case Map<?, ?> map when map.values().stream().anyMatch(List.class::isInstance) -> {
                Map<Object, @Nullable Object> timed = new HashMap<>();
                map.forEach((name, of) -> timed.put(name, of(of)));
                yield timed;
            }
            case null, default -> value;
        };
    }

    @Override
    public @Nullable Object get(int index) {
        RuleTime.check();
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
