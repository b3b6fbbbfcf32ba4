package org.dargah.exchange.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.acts.Noted;
import org.dargah.evidence.EvidenceLog;
import org.dargah.evidence.Evident;
import org.dargah.evidence.Left;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Inquiry;
import org.dargah.exchange.Inquiry.Outcome;
import org.dargah.exchange.KnownPeople;
import org.dargah.exchange.Organisation;
import org.dargah.kernel.Caller;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Leaves record, row and act of every question, durable before its answer is given. */
@Component
public final class Evidence {

    private final InquiryRepository rows;
    private final Acts acts;
    private final EvidenceKey key;
    private final Clock clock;
    private final Province province;
    private final EvidenceLog log;
    private final KnownPeople people;
    private final Health health;
    private final Questions kind = new Questions();
    private final MeterRegistry meters;
    private final Spans spans;

    public Evidence(
            InquiryRepository rows,
            Acts acts,
            EvidenceKey key,
            Clock clock,
            @Value("${dargah.province}") String province,
            EvidenceLog log,
            KnownPeople people,
            Health health,
            MeterRegistry meters,
            Spans spans) {
        this.rows = rows;
        this.acts = acts;
        this.key = key;
        this.clock = clock;
        this.province = new Province(province);
        this.meters = meters;
        this.spans = spans;
        this.log = log;
        this.people = people;
        this.health = health;
    }

    /** The keyed hash of what was said, to prove it later without keeping it. */
    byte[] hash(byte[] content) {
        return key.hash(content);
    }

    /** The same for what flows by. */
    Mac hashing() {
        return key.hashing();
    }

    public void leave(Asked asked, Reply reply, Duration took) {
        boolean kept = reply.keptSince() != null;
        leave(
                asked,
                new Ending(
                        outcome(reply.answer()),
                        reason(reply.answer()),
                        kept ? reply.sent() : hash(reply.sent()),
                        kept ? reply.received() : hash(reply.received()),
                        took,
                        reply.keptSince(),
                        kept || reply.sent().length == 0
                                ? null
                                : new Ending.Sizes(reply.sent().length, reply.received().length)));
    }

    void leave(Asked asked, Ending ending) {
        Inquiry inquiry = inquiry(asked, ending);
        health.note(inquiry);
        var row = new InquiryRepository.Row(inquiry, asked, ending, tags(asked));
        spans.of("evidence", registry(inquiry), () -> log.leave(row, kind));
        count(inquiry);
    }

    /** A question as evidence: its record, and the row and the act kept in the same commit. */
    private final class Questions implements Evident<InquiryRepository.Row> {

        @Override
        public byte[] record(InquiryRepository.Row row) {
            return EvidenceRecord.of(row);
        }

        @Override
        public void keep(List<Left<InquiryRepository.Row>> left) {
            List<Left<InquiryRepository.Row>> known = identified(left);
            rows.insert(province, known);
            acts.record(
                    known.stream()
                            .map(Left::thing)
                            .map(
                                    row ->
                                            new Noted(
                                                    act(row.inquiry().outcome()),
                                                    entry(row.inquiry(), row.asked())))
                            .toList());
        }

        /** Somebody whom Dargah has met sees the question in their own account. */
        private List<Left<InquiryRepository.Row>> identified(
                List<Left<InquiryRepository.Row>> left) {
            Map<NationalId, PersonId> ids =
                    people.idsOf(
                            left.stream()
                                    .flatMap(it -> it.thing().asked().unidentified().stream())
                                    .collect(Collectors.toUnmodifiableSet()));
            return left.stream().map(it -> new Left<>(it.place(), it.thing().about(ids))).toList();
        }
    }

    /** National ids as keyed hashes: found again by who knows one, and by nobody else. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Tags(byte @Nullable [] person, byte @Nullable [] user) {}

    private Tags tags(Asked asked) {
        NationalId person = asked.person();
        String user = asked.program().map(Organisation::user).orElse(null);
        return new Tags(
                person == null ? null : key.tag(person.digits()),
                user == null ? null : key.tag(user));
    }

    /** A refused question's registry may be any text, so it is left out. */
    private static String registry(Inquiry inquiry) {
        return inquiry.outcome() == Outcome.REFUSED ? "none" : inquiry.registry();
    }

    private void count(Inquiry inquiry) {
        Timer.builder("dargah.inquiries")
                .description("Questions to registries, with how long they took")
                .tag("registry", registry(inquiry))
                .tag("outcome", inquiry.outcome().name())
                .register(meters)
                .record(inquiry.took());
    }

    private Inquiry inquiry(Asked asked, Ending ending) {
        Caller caller = asked.caller();
        return new Inquiry(
                asked.inquiry().orElseGet(() -> InquiryId.next(clock)),
                asked.at(),
                ending.took(),
                asked.question().registry(),
                caller.agency(),
                caller.actor(),
                caller.purpose(),
                caller.caseId(),
                caller.condition(),
                asked.question().fields(),
                ending.outcome(),
                ending.reason(),
                ending.keptSince());
    }

    private static Outcome outcome(Answer answer) {
        return switch (answer) {
            case Answer.Known known -> Outcome.KNOWN;
            case Answer.NotFound absent -> Outcome.NOT_FOUND;
            case Answer.Refused refused -> Outcome.REFUSED;
            case Answer.Unreachable silent -> Outcome.UNREACHABLE;
        };
    }

    private static @Nullable String reason(Answer answer) {
        return switch (answer) {
            case Answer.Refused refused -> refused.reason().name();
            case Answer.Unreachable silent -> silent.reason().name();
            case Answer.Known known -> null;
            case Answer.NotFound absent -> null;
        };
    }

    private Entry entry(Inquiry inquiry, Asked asked) {
        return Entry.by(province, asked.caller())
                .about(asked.subject())
                .with("inquiry", inquiry.id().toString())
                .with("registry", inquiry.registry())
                .with("fields", String.join(",", inquiry.fields()));
    }

    private static Act act(Outcome outcome) {
        return switch (outcome) {
            case KNOWN -> Act.INQUIRY_ANSWERED;
            case NOT_FOUND -> Act.INQUIRY_FOUND_NOTHING;
            case REFUSED -> Act.INQUIRY_REFUSED;
            case UNREACHABLE -> Act.INQUIRY_UNREACHABLE;
        };
    }
}
