package org.dargah.cases;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table among the answers, as they lie beside their case: their number is known at
 * once, they themselves are read when somebody looks at one.
 */
public final class Rows extends AbstractList<Map<String, Object>> implements RandomAccess {

    private final UUID id;
    private final int size;
    private final Supplier<List<Map<String, Object>>> source;
    private volatile @Nullable List<Map<String, Object>> read;

    /**
     * @param id of the list
     * @param source reads all of them
     */
    public Rows(UUID id, int size, Supplier<List<Map<String, Object>>> source) {
        this.id = id;
        this.size = size;
        this.source = source;
    }

    public UUID id() {
        return id;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Map<String, Object> get(int index) {
        List<Map<String, Object>> known = read;
        if (known == null) {
            known = source.get();
            if (known.size() != size) {
                throw new IllegalStateException("The list " + id + " lacks rows");
            }
            read = known;
        }
        return known.get(index);
    }

    /** A list never changes, so one id means the same rows. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rows rows ? id.equals(rows.id) : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** Rows are often of persons. */
    @Override
    public String toString() {
        return "Rows[" + size + "]";
    }
}
