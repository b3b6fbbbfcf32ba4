package org.dargah.kernel;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.function.Function;

/**
 * What was read by key a moment ago, for rows that every request needs and that hardly ever change.
 * Whoever changes one forgets it once the change is committed, so that the next request here sees
 * it; another program on the same database sees it within a second.
 *
 * @param <V> never null: of what is not there, remember an empty {@code Optional}
 */
public final class Remembered<K, V> {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final LoadingCache<K, V> values;

    public Remembered(Function<K, V> source) {
        this.values =
                Caffeine.newBuilder()
                        .expireAfterWrite(FRESH)
                        .maximumSize(MOST)
                        .executor(Runnable::run)
                        .build(source::apply);
    }

    public V get(K key) {
        return values.get(key);
    }

    /** Call it after the commit: before, somebody could read the old row again. */
    public void forget(K key) {
        values.invalidate(key);
    }
}
