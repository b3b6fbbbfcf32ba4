package org.dargah.history;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way on every machine. */
final class Dice {

    private static final int HUNDRED = 100;

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean percent(int chance) {
        return random.nextInt(HUNDRED) < chance;
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double fraction() {
        return random.nextDouble();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    <T extends Lore.Weighed> T weighed(List<T> from) {
        int left = random.nextInt(from.stream().mapToInt(Lore.Weighed::share).sum());
        for (T one : from) {
            left -= one.share();
            if (left < 0) {
                return one;
            }
        }
        throw new IllegalStateException("Shares do not add up");
    }
}
