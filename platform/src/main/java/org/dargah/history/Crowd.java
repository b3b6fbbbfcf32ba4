package org.dargah.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Those who may still ask for something; each asks for one service once. */
final class Crowd {

    private final List<Resident> people;
    private final Set<String> asked = new HashSet<>();
    private final List<Resident> satisfied = new ArrayList<>();
    private final Dice dice;

    Crowd(List<Resident> people, Dice dice) {
        this.people = people;
        this.dice = dice;
    }

    /**
     * @throws IllegalStateException when nobody is left who fits: the sandbox has too few people
     */
    Resident next(Predicate<Resident> fits) {
        int start = dice.between(0, people.size() - 1);
        for (int i = 0; i < people.size(); i++) {
            Resident one = people.get((start + i) % people.size());
            if (one.canSignIn() && fits.test(one) && asked.add(one.nationalId())) {
                return one;
            }
        }
        throw new IllegalStateException("Nobody is left who fits");
    }

    void remember(Resident one) {
        satisfied.add(one);
    }

    /** Somebody who has had a certificate before, now and then; else somebody new. */
    Resident nextOrAgain(Predicate<Resident> fits, int percentAgain) {
        if (dice.percent(percentAgain)) {
            for (int i = 0; i < satisfied.size(); i++) {
                if (fits.test(satisfied.get(i))) {
                    return satisfied.remove(i);
                }
            }
        }
        return next(fits);
    }
}
