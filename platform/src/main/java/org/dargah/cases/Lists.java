package org.dargah.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dargah.cases.internal.CaseLists;
import org.dargah.catalog.RowProblem;
import org.springframework.stereotype.Component;

/** The long tables of cases, page by page. */
@Component
public final class Lists {

    /** Rows of one page. */
    public static final int PAGE = CaseLists.SHEET;

    private final CaseLists lists;

    Lists(CaseLists lists) {
        this.lists = lists;
    }

    /**
     * A list that was refused, of which only what is wrong is kept.
     *
     * @param source what its file was called; empty for what was pasted
     * @param faults how many are kept
     */
    public record Refused(UUID id, String source, int faults) {}

    /**
     * One page of the rows of a case; empty beyond their end.
     *
     * @param number from 0
     */
    public List<Map<String, Object>> page(CaseFile file, Rows rows, int number) {
        return lists.page(file.province(), rows.id(), number);
    }

    /** The list that was refused last, if no good one has come since. */
    public Optional<Refused> refused(CaseFile file, String question) {
        return lists.refused(file, question);
    }

    /** One page of what is wrong in it; empty beyond the end. */
    public List<RowProblem> faults(CaseFile file, Refused refused, int number) {
        return lists.faults(file.province(), refused, number);
    }
}
