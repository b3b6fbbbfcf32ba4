package org.dargah.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.evidence.EvidenceLog;
import org.dargah.evidence.NotKept;
import org.dargah.evidence.Receipt;
import org.dargah.exchange.Consent.Way;
import org.dargah.exchange.internal.ConsentKey;
import org.dargah.exchange.internal.ConsentStep;
import org.dargah.exchange.internal.ConsentSteps;
import org.dargah.exchange.internal.ConsentTable;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ConsentId;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * People's consents to questions whose purpose asks for one: asked for, given, refused, withdrawn.
 * Whether one lets a question pass is the policy's to say.
 */
@Component
public final class Consents {

    /** Longer than this nobody consents ahead. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** A person is not asked more often than this by one program in a day. */
    private static final int MOST_A_DAY = 5;

    private final ConsentTable table;
    private final ConsentSteps steps;
    private final ConsentKey key;
    private final EvidenceLog log;
    private final Rights rights;
    private final Purposes purposes;
    private final Acts acts;
    private final Clock clock;

    Consents(
            ConsentTable table,
            ConsentSteps steps,
            ConsentKey key,
            EvidenceLog log,
            Rights rights,
            Purposes purposes,
            Acts acts,
            Clock clock) {
        this.table = table;
        this.steps = steps;
        this.key = key;
        this.log = log;
        this.rights = rights;
        this.purposes = purposes;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * What a program wants a person to consent to.
     *
     * @param key chosen by the program: the same one again asks nothing new
     * @param person whose data it is about
     */
    public record Wanted(
            String client,
            AgencyCode agency,
            String key,
            NationalId person,
            Consent.Terms terms,
            Way way,
            @Nullable String reference) {

        /** An asker's words and numbers of people stay out of logs. */
        @Override
        public String toString() {
            return "Wanted[" + client + " " + key + "]";
        }
    }

    /** What of a wish is beyond what the program may ask. */
    public record Beyond(Refusal reason, String detail) {}

    /** True when a purpose may be followed only with the person's consent. */
    public boolean isAskedFor(Purpose purpose) {
        return purposes.find(purpose).filter(PurposeText::asksConsent).isPresent();
    }

    /** What a program may ask a registry for a purpose today. */
    public List<AccessRight> rights(
            String client, AgencyCode agency, String registry, Purpose purpose) {
        return rights.usableBy(client, agency).stream()
                .filter(it -> it.registry().equals(registry) && it.purpose().equals(purpose))
                .filter(it -> !Tehran.today(clock).isAfter(it.bounds().until()))
                .toList();
    }

    /** A consent never reaches further than a right of whoever asks for it. */
    public Optional<Beyond> beyond(String client, AgencyCode agency, Consent.Terms terms) {
        List<Optional<Beyond>> all =
                rights(client, agency, terms.registry(), terms.purpose()).stream()
                        .map(right -> beyond(right, terms))
                        .toList();
        if (all.isEmpty()) {
            return Optional.of(
                    new Beyond(
                            Refusal.NO_RIGHT, terms.registry() + " for " + terms.purpose().code()));
        }
        return all.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : all.getFirst();
    }

    private static Optional<Beyond> beyond(AccessRight right, Consent.Terms terms) {
        List<String> denied =
                terms.fields().stream().filter(it -> !right.fields().contains(it)).toList();
        if (!denied.isEmpty()) {
            return Optional.of(new Beyond(Refusal.FIELD_NOT_ALLOWED, String.join(", ", denied)));
        }
        return right.manner().includes(terms.manner())
                ? Optional.empty()
                : Optional.of(
                        new Beyond(
                                Refusal.MANNER_NOT_ALLOWED, "the right gives " + right.manner()));
    }

    /** What came of asking. */
    public sealed interface Asking {

        record Asked(Consent consent) implements Asking {}

        /** The same was asked before, under the same key. */
        record Before(Consent consent) implements Asking {}

        /** The key came before with other content. */
        record KeyTaken() implements Asking {}

        /** This person was asked too often by this program today. */
        record TooOften() implements Asking {}
    }

    /** What was asked under this key before. */
    public Optional<Asking> before(Province province, Wanted wanted) {
        return table.sent(province, wanted.client(), wanted.key())
                .map(
                        sent ->
                                MessageDigest.isEqual(sent.hash(), hash(wanted))
                                        ? new Asking.Before(sent.consent())
                                        : new Asking.KeyTaken());
    }

    /**
     * Keeps a wish in the caller's transaction, so that what tells the person of it is kept with it
     * or not at all.
     *
     * @param text exactly what the person reads
     * @param by whose act it is
     */
    public Asking ask(Province province, Wanted wanted, PersonId subject, String text, Entry by) {
        Instant now = now();
        if (table.asked(province, wanted.client(), subject, now.minus(Duration.ofDays(1)))
                >= MOST_A_DAY) {
            return new Asking.TooOften();
        }
        var consent =
                new Consent(
                        ConsentId.next(clock),
                        wanted.client(),
                        wanted.agency(),
                        subject,
                        wanted.terms(),
                        wanted.way(),
                        wanted.reference(),
                        text,
                        new Consent.Course(now, null, null, null, null, null, null));
        if (!table.insert(province, consent, wanted.person(), wanted.key(), hash(wanted))) {
            return before(province, wanted).orElseThrow();
        }
        acts.record(Act.CONSENT_ASKED, ConsentStep.about(consent, by));
        return new Asking.Asked(consent);
    }

    private byte[] hash(Wanted wanted) {
        Consent.Terms terms = wanted.terms();
        String content =
                String.join(
                        "\n",
                        wanted.person().digits(),
                        terms.registry(),
                        terms.purpose().code(),
                        terms.manner().name(),
                        String.join(",", terms.fields()),
                        terms.until().toString(),
                        Boolean.toString(terms.once()),
                        wanted.way().name(),
                        String.valueOf(wanted.reference()));
        return table.hash(content);
    }

    public Optional<Consent> find(Province province, ConsentId id) {
        return table.find(province, id);
    }

    /** Newest first, before the given one or from the latest on. */
    public List<Consent> ofPerson(
            Province province, PersonId person, @Nullable ConsentId before, int limit) {
        return table.ofPerson(province, person, before, limit);
    }

    /** How many wait for the person's answer. */
    public int waiting(Province province, PersonId person) {
        Instant now = clock.instant();
        return table.waiting(province, person, now.minus(Consent.PATIENCE), now);
    }

    /**
     * Holds others off this consent until the caller's transaction ends, and reads it anew.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    public Consent alone(Province province, ConsentId id) {
        table.lock(province, id);
        return table.find(province, id).orElseThrow();
    }

    /**
     * Counts one more code that is sent for it, in the caller's transaction; its number, or empty
     * when it has had as many as there may be.
     */
    public Optional<Integer> nextCode(Province province, Consent consent, int most) {
        return table.nextCode(province, consent.id(), most);
    }

    /** The number of the last code that was sent for it; 0 before the first. */
    public int lastCode(Province province, Consent consent) {
        return table.lastCode(province, consent.id());
    }

    /**
     * From the next question on it holds. Signed, and durable with its evidence when this returns.
     *
     * @return as it stands afterwards, which is not given when it could no longer be
     */
    public Consent give(Province province, Consent consent, Way how, Entry by) {
        Instant at = now();
        if (consent.state(at) != Consent.State.ASKED) {
            return find(province, consent.id()).orElseThrow();
        }
        String basis = purposes.find(consent.terms().purpose()).orElseThrow().basis();
        String artefact =
                key.sign(
                        ConsentStep.artefact(
                                province, consent, table.tag(province, consent), basis, at, how));
        return step(new ConsentStep.Given(province, consent, at, by, how, artefact));
    }

    /** The person says no. */
    public Consent refuse(Province province, Consent consent, Entry by) {
        return step(new ConsentStep.Refused(province, consent, now(), by));
    }

    /** From the next question on it no longer holds. */
    public Consent withdraw(Province province, Consent consent, Entry by) {
        return step(new ConsentStep.Withdrawn(province, consent, now(), by));
    }

    /** What somebody else did first stays as it is. */
    private Consent step(ConsentStep step) {
        try {
            log.leave(step, steps);
        } catch (NotKept e) {
            if (!(e.getCause() instanceof ConsentSteps.Overtaken)) {
                throw e;
            }
        }
        return find(step.province(), step.consent().id()).orElseThrow();
    }

    /**
     * Of its giving, refusal or withdrawal, whichever was last; empty until the log speaks of it.
     */
    public Optional<Receipt> receipt(Province province, Consent consent) {
        return table.leaf(province, consent.id()).flatMap(log::receipt);
    }

    /** By which anyone checks a signed consent: a JWK set (RFC 7517). */
    public String keys() {
        return key.published();
    }

    /** SHA-256 of what the person read, in hexadecimal. */
    public static String fingerprint(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
