package org.dargah.exchange;

import java.util.List;
import org.dargah.evidence.EvidenceLog;
import org.dargah.evidence.Receipt;
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
    private final EvidenceLog log;

    public Inquiries(InquiryRepository rows, EvidenceLog log) {
        this.rows = rows;
        this.log = log;
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

    /** What came of asking for a receipt. */
    public sealed interface Proof {

        record Proved(Receipt receipt) implements Proof {}

        /** The public log does not speak of it yet; it will within a second or so. */
        record NotYet() implements Proof {}

        /** No such question, or not one that left its evidence in the log. */
        record None() implements Proof {}
    }

    /** The receipt of a question, for the program that asked it. */
    public Proof receipt(Province province, InquiryId id, String client) {
        return rows.leaf(province, id, client)
                .map(
                        leaf ->
                                log.receipt(leaf)
                                        .<Proof>map(Proof.Proved::new)
                                        .orElseGet(Proof.NotYet::new))
                .orElseGet(Proof.None::new);
    }
}
