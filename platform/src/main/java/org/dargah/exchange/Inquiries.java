package org.dargah.exchange;

import java.util.List;
import org.dargah.exchange.internal.InquiryRepository;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the evidence of questions, for the person they were about and for the case. */
@Component
public final class Inquiries {

    private final InquiryRepository rows;

    public Inquiries(InquiryRepository rows) {
        this.rows = rows;
    }

    /**
     * Questions about a person, newest first.
     *
     * @param before the last id of the page before, or null for the first page
     */
    public List<Inquiry> about(
            Province province, PersonId subject, @Nullable InquiryId before, int limit) {
        return rows.about(province, subject, before, limit);
    }

    /** Questions asked for a case, oldest first. */
    public List<Inquiry> ofCase(Province province, CaseId caseId) {
        return rows.ofCase(province, caseId);
    }
}
