package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.List;
import org.dargah.kernel.Rial;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Moment;
import org.dargah.ui.Paper;
import org.dargah.ui.Row;
import org.dargah.ui.Said;
import org.dargah.ui.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's case.
 *
 * @param due the last day of the statutory time; none once it has ended
 * @param request what the office asks the applicant to mend; empty for nothing
 * @param mending whether the form can be answered anew
 * @param corrections what each correction changed, the latest first; empty for most cases
 * @param payment what is to be paid before the case goes on; null for most cases
 * @param visit the visit that is awaited; null for most cases
 * @param term what there is to say of the statutory time; empty for most cases
 * @param findings what the visit found; empty without one
 * @param opinions what other agencies said or are asked; empty where none is
 * @param refusal the reasons of a refusal with their conditions; empty if it was not refused
 * @param answers what the applicant may mend now, else what was handed in
 * @param rate true when the case has ended and was not rated yet
 */
public record CasePage(
        String service,
        String code,
        String agency,
        Tag stage,
        String meaning,
        @Nullable LocalDate due,
        String request,
        Mending mending,
        List<DataTable> corrections,
        @Nullable Payment payment,
        @Nullable Awaited visit,
        List<String> term,
        List<Row> findings,
        List<Row> opinions,
        List<String> refusal,
        String explanation,
        List<Moment> timeline,
        List<Said> messages,
        List<Paper> papers,
        List<Row> answers,
        boolean open,
        boolean withdrawable,
        boolean rate,
        @Nullable DataTable looks,
        Errors errors) {

    /** What is to be paid now, and where the form goes. */
    public record Payment(String title, List<Row> lines, Rial total, String action) {
        public Payment {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A visit that somebody comes for.
     *
     * @param when the day in words
     * @param notice what to have ready
     * @param disputed true while the wish for another day waits for the inspector
     * @param changeable true while another day may be asked for
     */
    public record Awaited(
            String title, String when, String notice, boolean disputed, boolean changeable) {}

    /** Whether the applicant can mend the answers, and has begun to. */
    public enum Mending {
        NOT_POSSIBLE,
        POSSIBLE,
        BEGUN
    }
}
