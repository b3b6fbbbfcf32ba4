package org.dargah.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who rates, and how: what was late or refused is liked less. */
final class Ratings {

    private static final int RATING = 42;
    private static final List<Integer> PLEASED = List.of(5, 5, 5, 5, 5, 5, 4, 4, 4, 3);
    private static final List<Integer> MIXED = List.of(5, 4, 4, 3, 3, 3, 2, 2, 1);
    private static final List<Integer> CROSS = List.of(4, 3, 2, 2, 1, 1);

    private final Lore lore;
    private final Hours hours;
    private final Dice dice;

    Ratings(Lore lore, Hours hours, Dice dice) {
        this.lore = lore;
        this.hours = hours;
        this.dice = dice;
    }

    Optional<Deed> after(Instant decided, boolean approved, boolean late) {
        if (!dice.percent(RATING)) {
            return Optional.empty();
        }
        int score = dice.pick(approved ? late ? MIXED : PLEASED : CROSS);
        List<String> words =
                score >= 4
                        ? lore.words().good()
                        : score == 3 ? lore.words().middle() : lore.words().bad();
        String word = approved || score > 3 ? dice.pick(words) : dice.pick(lore.words().bad());
        return hours.officeAfter(decided, dice.between(0, 2))
                .map(at -> new Deed.Rate(at, score, word));
    }
}
