package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Due;
import org.dargah.ui.Errors;
import org.dargah.ui.Link;
import org.dargah.ui.Moment;
import org.dargah.ui.Option;
import org.dargah.ui.Paper;
import org.dargah.ui.Row;
import org.dargah.ui.Said;
import org.dargah.ui.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A case on an officer's desk, everything on one page.
 *
 * @param due the deadline; none once the case has ended
 * @param corrections what each correction changed, the latest first; empty for most cases
 * @param told what registries said, each under what was asked and whom
 * @param findings what the visit found; empty without one
 * @param opinions what other agencies said; empty where none was asked
 * @param term what there is to say of the statutory time; empty for most cases
 * @param prolonging where the reader may prolong it; null where nobody may
 * @param effect what an approval brings about beyond its document; empty for most services
 * @param hindrances why it could not be brought about as things stand
 * @param signatures of those who ask together; null when the applicant asks alone
 * @param revocations where the reader may take its documents back
 * @param decidable true while the officer can decide
 * @param waits what is open in the case, while it is not decidable
 * @param signing what waits for a supervisor's signature; null in most cases
 * @param returned why the supervisor gave the last proposal back; empty when nobody did
 * @param choice what he chose, when the form comes back; else empty
 * @param overtaken true when a colleague was quicker
 */
public record OfficerCasePage(
        String title,
        String service,
        String code,
        @Nullable Due due,
        Tag stage,
        DataTable conditions,
        List<Row> answers,
        List<DataTable> corrections,
        List<CheckPage.Part> told,
        List<Row> findings,
        List<Row> opinions,
        List<String> term,
        @Nullable Link prolonging,
        List<Row> effect,
        List<String> hindrances,
        List<Paper> papers,
        List<Link> revocations,
        @Nullable DataTable signatures,
        List<Said> messages,
        List<Moment> timeline,
        boolean decidable,
        List<String> waits,
        @Nullable Signing signing,
        String returned,
        int revision,
        String choice,
        List<Option> cited,
        List<String> chosen,
        String explanation,
        boolean overtaken,
        Errors errors) {

    /**
     * What waits for a supervisor's signature.
     *
     * @param what is proposed
     * @param conditions that a refusal cites, in words
     * @param by who proposed it, and when
     * @param yours true when the reader may sign it
     */
    public record Signing(
            String what, List<String> conditions, String explanation, String by, boolean yours) {}
}
