package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;
import org.dargah.ui.Row;

/**
 * An officer is about to prolong the statutory time of a case.
 *
 * @param about the case, its last day now and then, and the law
 * @param reasons that the service declares
 * @param reason that was chosen, when the form comes back
 */
public record ExtensionPage(
        String code,
        List<Row> about,
        List<Option> reasons,
        String reason,
        int revision,
        Errors errors) {

    public ExtensionPage {
        about = List.copyOf(about);
        reasons = List.copyOf(reasons);
    }
}
