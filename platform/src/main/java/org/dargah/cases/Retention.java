package org.dargah.cases;

import java.time.LocalDate;
import org.dargah.cases.internal.LeftDrafts;
import org.dargah.kernel.Tehran;
import org.springframework.stereotype.Component;

/** How long what people leave behind is kept. */
@Component
public final class Retention {

    private final LeftDrafts drafts;

    Retention(LeftDrafts drafts) {
        this.drafts = drafts;
    }

    /** The last day on which a draft is surely still there if nobody writes in it. */
    public LocalDate keptUntil(CaseFile draft) {
        return Tehran.dateOf(drafts.keptUntil(draft)).minusDays(1);
    }
}
