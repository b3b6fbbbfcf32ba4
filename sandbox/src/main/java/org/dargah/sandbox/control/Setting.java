package org.dargah.sandbox.control;

import org.jspecify.annotations.Nullable;

/**
 * How one part behaves.
 *
 * @param latency before each answer, ms
 * @param jitter at most so much more, ms
 * @param times only the next so many calls are faulty; null means until changed
 */
public record Setting(int latency, int jitter, Fault fault, @Nullable Integer times) {
    public static final Setting DEFAULT = new Setting(0, 0, Fault.NONE, null);
    private static final int LONGEST = 120_000;

    public Setting {
        if (latency < 0 || jitter < 0 || latency > LONGEST || jitter > LONGEST) {
            throw new IllegalArgumentException("Latency and jitter are 0 to 120,000 ms");
        }
        if (times != null && times < 1) {
            throw new IllegalArgumentException("Times is 1 or more");
        }
    }

    /** What stays after one faulty call. */
    Setting used() {
        if (fault == Fault.NONE || times == null) {
            return this;
        }
        return times == 1
                ? new Setting(latency, jitter, Fault.NONE, null)
                : new Setting(latency, jitter, fault, times - 1);
    }
}
