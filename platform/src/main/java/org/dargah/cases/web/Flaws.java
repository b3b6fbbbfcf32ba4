package org.dargah.cases.web;

import org.dargah.cases.Doing;
import org.dargah.ui.Errors;
import org.dargah.ui.Words;

/** What is wrong with a task's form, in words. */
final class Flaws {

    private Flaws() {}

    static Errors errors(Doing.Flawed flawed, Words words) {
        Errors errors = Errors.none();
        for (Doing.Flaw flaw : flawed.flaws()) {
            errors = errors.with(flaw.field(), words.t(flaw.key(), flaw.values().toArray()));
        }
        return errors;
    }
}
