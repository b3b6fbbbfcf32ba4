package org.dargah.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberingRowsTest {

    private final AtomicInteger reads = new AtomicInteger();
    private volatile String row = "open";

    @Test
    void aRowIsReadOnceForManyRequests() {
        var rows = new Remembered<String, String>(this::read);
        assertThat(rows.get("a")).isEqualTo("open");
        assertThat(rows.get("a")).isEqualTo("open");
        assertThat(reads).hasValue(1);
    }

    @Test
    void whatWasForgottenIsReadAgain() {
        var rows = new Remembered<String, String>(this::read);
        rows.get("a");
        row = "closed";
        rows.forget("a");
        assertThat(rows.get("a")).isEqualTo("closed");
    }

    /** Somebody reads the old row, the change is committed and forgotten, then they put it down. */
    @Test
    void aReadThatIsUnderWayWhileItsRowChangesIsNotKept() throws Exception {
        var reading = new CountDownLatch(1);
        var changed = new CountDownLatch(1);
        var rows =
                new Remembered<String, String>(
                        key -> {
                            String read = read(key);
                            reading.countDown();
                            await(changed);
                            return read;
                        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> rows.get("a"));
            reading.await();
            row = "closed";
            var forgetting = threads.submit(() -> rows.forget("a"));
            changed.countDown();
            assertThat(first.get()).isEqualTo("open");
            forgetting.get();
        }
        assertThat(rows.get("a")).isEqualTo("closed");
    }

    private String read(String key) {
        reads.incrementAndGet();
        return row;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
