package org.dargah.inquiries;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dargah.acts.Acts;
import org.dargah.acts.Period;
import org.dargah.exchange.DataSubject;
import org.dargah.exchange.Hiding;
import org.dargah.exchange.Hidings;
import org.dargah.exchange.Inquiries;
import org.dargah.exchange.Trace;
import org.dargah.identity.Identity;
import org.dargah.kernel.ActId;
import org.dargah.kernel.ConsentId;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * «چه کسی اطلاعات من را دید»: every question about a person and every look at their data, as one
 * list. A person reads their own only; who calls sees to that by naming whose it is.
 */
@Component
public final class Usages {

    private static final Comparator<Usage> NEWEST_FIRST =
            Comparator.comparing((Usage usage) -> new InquiryId(usage.id())).reversed();

    private final Inquiries inquiries;
    private final Acts acts;
    private final Identity identity;
    private final Hidings hidings;

    Usages(Inquiries inquiries, Acts acts, Identity identity, Hidings hidings) {
        this.hidings = hidings;
        this.inquiries = inquiries;
        this.acts = acts;
        this.identity = identity;
    }

    /**
     * Some of the list.
     *
     * @param next pass it as {@code before} for those that follow; null when there are none
     */
    public record Page(List<Usage> usages, @Nullable UUID next) {

        public Page {
            usages = List.copyOf(usages);
        }
    }

    /** Newest first, before the given one or from the latest on. */
    public Page page(Province province, PersonId person, @Nullable UUID before, int limit) {
        List<Usage> usages = newest(province, person, Period.EVER, before, limit + 1);
        if (usages.size() <= limit) {
            return new Page(usages, null);
        }
        List<Usage> shown = usages.subList(0, limit);
        return new Page(shown, shown.getLast().id());
    }

    /** Newest first, those of a period after so many that are passed over. */
    public List<Usage> of(
            Province province, PersonId person, Period period, int offset, int limit) {
        List<Usage> usages = newest(province, person, period, null, offset + limit);
        return usages.subList(Math.min(offset, usages.size()), usages.size());
    }

    /** Both lists come in the same order, so the first of their union are among their first. */
    private List<Usage> newest(
            Province province, PersonId person, Period period, @Nullable UUID before, int limit) {
        Stream<Usage> asked =
                subject(person).stream()
                        .flatMap(
                                it ->
                                        inquiries
                                                .traces(province, it, period, before, limit)
                                                .stream())
                        .map(Usage.Asked::new);
        ActId act = before == null ? null : new ActId(before);
        Stream<Usage> seen =
                acts.looks(province, person, period, act, limit).stream().map(Usage.Seen::new);
        return Stream.concat(asked, seen).sorted(NEWEST_FIRST).limit(limit).toList();
    }

    public int count(Province province, PersonId person, Period period) {
        return subject(person).map(it -> inquiries.count(province, it, period)).orElse(0)
                + acts.countLooks(province, person, period);
    }

    /** One of them; empty also when it is about somebody else, or hidden by order for now. */
    public Optional<Usage> find(Province province, PersonId person, UUID id) {
        return subject(person)
                .flatMap(it -> inquiries.trace(province, it, new InquiryId(id)))
                .<Usage>map(Usage.Asked::new)
                .or(() -> seen(province, person, id));
    }

    /** The same for the data-protection officer, hidden or not. */
    public Optional<Usage> findEvenHidden(Province province, PersonId person, UUID id) {
        return subject(person)
                .flatMap(it -> inquiries.traceEvenHidden(province, it, new InquiryId(id)))
                .<Usage>map(Usage.Asked::new)
                .or(() -> seen(province, person, id));
    }

    private Optional<Usage> seen(Province province, PersonId person, UUID id) {
        return acts.look(province, person, new ActId(id)).map(Usage.Seen::new);
    }

    /** When the last order that hid it ended, if one ever did. */
    public Optional<Instant> hiddenUntil(PersonId person, Usage usage) {
        return usage instanceof Usage.Asked(Trace trace)
                ? identity.person(person).stream()
                        .flatMap(it -> hidings.over(it.nationalId(), trace.inquiry()).stream())
                        .map(Hiding::end)
                        .findFirst()
                : Optional.empty();
    }

    /** Questions that a consent of this person let pass, newest first. */
    public List<Usage> by(Province province, PersonId person, ConsentId consent, int limit) {
        return subject(person).stream()
                .flatMap(it -> inquiries.traces(province, it, consent, limit).stream())
                .<Usage>map(Usage.Asked::new)
                .toList();
    }

    /** The receipt of a question, if it was about this person. */
    public Inquiries.Proof receipt(Province province, PersonId person, UUID id) {
        return subject(person)
                .map(it -> inquiries.receipt(province, new InquiryId(id), it))
                .orElseGet(Inquiries.Proof.None::new);
    }

    /** Since when uses of data are recorded; empty before the first one. */
    public Optional<Instant> since(Province province) {
        return inquiries.since(province);
    }

    private Optional<DataSubject> subject(PersonId person) {
        return identity.person(person).map(it -> new DataSubject(it.id(), it.nationalId()));
    }
}
