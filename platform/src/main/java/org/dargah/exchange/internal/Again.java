package org.dargah.exchange.internal;

import java.time.Duration;

/**
 * How often a question is put again when the way to its registry failed.
 *
 * @param times after the first
 * @param pause before the second time; doubled before each further one, give or take half
 */
public record Again(int times, Duration pause) {

    private static final int MOST = 5;

    public Again {
        if (times < 1 || times > MOST) {
            throw new IllegalArgumentException("A question is put again 1 to 5 times");
        }
        if (!pause.isPositive()) {
            throw new IllegalArgumentException("Between two times lies a pause");
        }
    }
}
