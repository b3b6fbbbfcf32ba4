package org.dargah.cases;

import java.util.List;
import org.dargah.catalog.FieldProblem;

/**
 * What came of answering one page.
 *
 * @param file as it is now
 * @param problems what is wrong with the answers; nothing was kept then
 */
public record Answered(CaseFile file, List<FieldProblem> problems) {

    public Answered {
        problems = List.copyOf(problems);
    }

    public boolean isGood() {
        return problems.isEmpty();
    }
}
