package org.dargah.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.evidence.EvidenceLog;
import org.dargah.evidence.Evident;
import org.dargah.evidence.Left;
import org.dargah.evidence.NotKept;
import org.dargah.exchange.internal.EvidenceKey;
import org.dargah.exchange.internal.HidingTable;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.HidingId;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.Province;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders of law that keep questions out of a person's sight. Each leaves evidence and an act, when
 * it begins and when it is lifted, and ends by itself; nothing is ever left unrecorded.
 */
@Component
public final class Hidings {

    /** Longer than this nobody hides anything; a new order can follow. */
    public static final Duration LONGEST = Duration.ofDays(180);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HidingTable table;
    private final EvidenceKey key;
    private final EvidenceLog log;
    private final Acts acts;
    private final Province province;
    private final Clock clock;
    private final Steps steps = new Steps();

    Hidings(
            HidingTable table,
            EvidenceKey key,
            EvidenceLog log,
            Acts acts,
            @Value("${dargah.province}") String province,
            Clock clock) {
        this.table = table;
        this.key = key;
        this.log = log;
        this.acts = acts;
        this.province = new Province(province);
        this.clock = clock;
    }

    /**
     * What an order says.
     *
     * @param person about whom nothing is to be seen
     * @param time from now on
     */
    public record Order(
            NationalId person,
            AgencyCode agency,
            String number,
            String basis,
            Duration time,
            String by) {

        public Order {
            if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("Nothing is hidden for " + time);
            }
        }

        /** Whom it is about stays out of logs. */
        @Override
        public String toString() {
            return "Order[" + number + "]";
        }
    }

    /** An order that begins or is lifted. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    private record Step(Hiding hiding, byte[] person, Entry by) {

        boolean lifts() {
            return hiding.liftedAt() != null;
        }
    }

    /** Each is a record of the log, with its row and its act in the same commit. */
    private final class Steps implements Evident<Step> {

        @Override
        public byte[] record(Step step) {
            Hiding hiding = step.hiding();
            Map<String, Object> said = new TreeMap<>();
            said.put("hiding", hiding.id().toString());
            said.put("step", step.lifts() ? "lifted" : "ordered");
            said.put("agency", hiding.agency().value());
            said.put("order", hiding.orderNumber());
            said.put("basis", hiding.basis());
            said.put("person", HexFormat.of().formatHex(step.person()));
            said.put("from", hiding.at().toString());
            said.put("until", hiding.end().toString());
            said.put("by", step.by().actor().toString());
            return JSON.writeValueAsString(said).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void keep(List<Left<Step>> left) {
            left.stream().map(Left::thing).forEach(this::keep);
        }

        private void keep(Step step) {
            if (step.lifts()) {
                table.lift(province, step.hiding().id(), step.hiding().end());
            } else {
                table.insert(province, step.hiding(), step.person());
            }
            acts.record(
                    step.lifts() ? Act.HIDING_LIFTED : Act.HIDING_ORDERED,
                    step.by().with("hiding", step.hiding().id().toString()));
        }
    }

    /** For an order that is about to be written. */
    public HidingId next() {
        return HidingId.next(clock);
    }

    /**
     * From here the body's questions about the person are not shown to them. However often it is
     * sent under its id, it is one order.
     */
    public Hiding order(HidingId id, Order order, Entry by) {
        return find(id).orElseGet(() -> orderOnce(id, order, by));
    }

    private Hiding orderOnce(HidingId id, Order order, Entry by) {
        Instant now = now();
        var hiding =
                new Hiding(
                        id,
                        order.agency(),
                        order.number(),
                        order.basis(),
                        order.by(),
                        now,
                        now.plus(order.time()),
                        null);
        try {
            log.leave(new Step(hiding, key.tag(order.person().digits()), by), steps);
            return hiding;
        } catch (NotKept unkept) {
            // The same was kept in the meantime, and an id is taken once.
            return find(id).orElseThrow(() -> unkept);
        }
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Ends an order before its time. False if none is in force. */
    public boolean lift(HidingId id, Entry by) {
        Instant now = now();
        Optional<Hiding> hiding = find(id).filter(it -> it.isInForce(now));
        hiding.ifPresent(
                it ->
                        log.leave(
                                new Step(
                                        new Hiding(
                                                it.id(),
                                                it.agency(),
                                                it.orderNumber(),
                                                it.basis(),
                                                it.by(),
                                                it.at(),
                                                it.until(),
                                                now),
                                        table.person(province, id),
                                        by),
                                steps));
        return hiding.isPresent();
    }

    public Optional<Hiding> find(HidingId id) {
        return table.find(province, id);
    }

    /** Newest first. */
    public List<Hiding> latest(int most) {
        return table.latest(province, most);
    }

    /** By which orders, over by now, a question about a person was hidden; the newest first. */
    public List<Hiding> over(NationalId person, Inquiry inquiry) {
        return table.of(province, key.tag(person.digits()), inquiry.agency()).stream()
                .filter(it -> !it.isInForce(clock.instant()))
                .filter(it -> !inquiry.askedAt().isBefore(it.at()))
                .filter(it -> inquiry.askedAt().isBefore(it.end()))
                .toList();
    }
}
