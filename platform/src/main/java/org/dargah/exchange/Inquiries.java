package org.dargah.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.acts.Period;
import org.dargah.evidence.EvidenceLog;
import org.dargah.evidence.Receipt;
import org.dargah.exchange.internal.InquiryRepository;
import org.dargah.exchange.internal.TraceTable;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.ConsentId;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the evidence of questions, for the person they were about and for the case. */
@Component
public final class Inquiries {

    private final InquiryRepository rows;
    private final TraceTable traces;
    private final EvidenceLog log;

    public Inquiries(InquiryRepository rows, TraceTable traces, EvidenceLog log) {
        this.rows = rows;
        this.traces = traces;
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

    /**
     * Questions about a person, newest first, also those from before Dargah knew them.
     *
     * @param before where the page before ended, or null for the first page
     */
    public List<Trace> traces(
            Province province,
            DataSubject person,
            Period period,
            @Nullable UUID before,
            int limit) {
        return traces.about(province, person, period, before, limit);
    }

    /** Questions that a consent let pass, newest first, if it is this person's. */
    public List<Trace> traces(Province province, DataSubject person, ConsentId consent, int limit) {
        return traces.by(province, person, consent, limit);
    }

    /** Since when the evidence of questions is kept; empty before the first one. */
    public Optional<Instant> since(Province province) {
        return traces.since(province);
    }

    public int count(Province province, DataSubject person, Period period) {
        return traces.count(province, person, period);
    }

    /** One question, if it was about this person and no order hides it now. */
    public Optional<Trace> trace(Province province, DataSubject person, InquiryId id) {
        return traces.find(province, person, id);
    }

    /** The same for those who watch over the exchange, hidden or not. */
    public Optional<Trace> traceEvenHidden(Province province, DataSubject person, InquiryId id) {
        return traces.findEvenHidden(province, person, id);
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
        return proof(rows.leaf(province, id, client));
    }

    /** The same for the person it was about. */
    public Proof receipt(Province province, InquiryId id, DataSubject person) {
        return proof(traces.leaf(province, person, id));
    }

    private Proof proof(Optional<Long> place) {
        return place.map(
                        leaf ->
                                log.receipt(leaf)
                                        .<Proof>map(Proof.Proved::new)
                                        .orElseGet(Proof.NotYet::new))
                .orElseGet(Proof.None::new);
    }
}
