package org.dargah.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.identity.Challenge;
import org.dargah.identity.CodeCheck;
import org.dargah.identity.Person;
import org.dargah.kernel.ActId;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.dargah.messages.Messages;
import org.dargah.ui.Vocabulary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One-time codes by SMS: six digits, short-lived, few tries, never stored. */
@Component
public class Codes {

    private static final int SIX_DIGITS = 1_000_000;

    private final ChallengeRepository challenges;
    private final Attempts attempts;
    private final Messages messages;
    private final Acts acts;
    private final Keys keys;
    private final Footprint footprint;
    private final Vocabulary vocabulary;
    private final IdentityProperties limits;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Codes(
            ChallengeRepository challenges,
            Attempts attempts,
            Messages messages,
            Acts acts,
            Keys keys,
            Footprint footprint,
            Vocabulary vocabulary,
            IdentityProperties limits,
            Clock clock) {
        this.challenges = challenges;
        this.attempts = attempts;
        this.messages = messages;
        this.acts = acts;
        this.keys = keys;
        this.footprint = footprint;
        this.vocabulary = vocabulary;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Sends the first code of a sign-in. The same form sent twice sends one code and leads to the
     * same challenge. Empty when the number has had too many codes lately.
     */
    @Transactional
    public Optional<Challenge> begin(Person person, Mobile mobile, UUID formKey, Locale locale) {
        UUID key = keyOf(formKey, person, mobile);
        Optional<Challenge> begun = challenges.ofForm(key);
        return begun.isPresent() ? begun : beginAnew(person, mobile, key, locale);
    }

    /** A form that comes back with another person or number is another sign-in. */
    private static UUID keyOf(UUID formKey, Person person, Mobile mobile) {
        String all = formKey + "\n" + person.id() + "\n" + mobile.digits();
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Challenge> beginAnew(Person person, Mobile mobile, UUID key, Locale locale) {
        if (!attempts.allows(Attempts.Kind.CODE_TO_MOBILE, mobile.digits())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Challenge fresh =
                new Challenge(
                        ActId.next(clock).value(),
                        person.id(),
                        mobile,
                        1,
                        now,
                        now.plus(limits.codeValid()));
        String code = code();
        if (!challenges.insert(fresh, key, hash(fresh.id(), code))) {
            return challenges.ofForm(key);
        }
        send(fresh, code, locale);
        return Optional.of(fresh);
    }

    private String code() {
        return "%06d".formatted(random.nextInt(SIX_DIGITS));
    }

    private byte[] hash(UUID challenge, String code) {
        return keys.index("code", challenge + "\n" + code);
    }

    /** Another than that of a sign-in, so that neither code opens what is the other's. */
    private byte[] hash(UUID challenge, String matter, String code) {
        return keys.index("code-for", challenge + "\n" + matter + "\n" + code);
    }

    private void send(Challenge challenge, String code, Locale locale) {
        // Written without filling in, which would group the digits as a number.
        String text = vocabulary.in(locale).t("identity.sms.code") + " " + code;
        String warning = vocabulary.in(locale).t("identity.sms.warning");
        messages.sms(footprint.province(), challenge.mobile(), text + "\n" + warning, null);
        acts.record(Act.SIGN_IN_CODE_SENT, footprint.ofPerson(challenge.person()));
    }

    public Optional<Challenge> find(UUID id) {
        return challenges.find(id);
    }

    /** When another code may be asked for; empty when this sign-in has had its last one. */
    public Optional<Instant> nextCodeAt(Challenge challenge) {
        return challenge.codesSent() < limits.codesPerSignIn()
                ? Optional.of(challenge.sentAt().plus(limits.resendAfter()))
                : Optional.empty();
    }

    /** Sends another code, which makes the one before worthless; false if it is too early. */
    @Transactional
    public boolean sendAnother(Challenge challenge, Locale locale) {
        Instant now = clock.instant();
        boolean due = nextCodeAt(challenge).filter(at -> !at.isAfter(now)).isPresent();
        if (!due || !attempts.allows(Attempts.Kind.CODE_TO_MOBILE, challenge.mobile().digits())) {
            return false;
        }
        String code = code();
        boolean renewed =
                challenges.renew(
                        challenge, hash(challenge.id(), code), now, now.plus(limits.codeValid()));
        if (renewed) {
            send(challenge, code, locale);
        }
        return renewed;
    }

    /** Counted apart from sign-ins, so that nobody shuts a person out by asking for them. */
    public boolean maySeek(String program, NationalId person) {
        return attempts.allows(Attempts.Kind.WISH_OF_PERSON, program + "\n" + person.digits());
    }

    /** Sends the one code of a matter; false when the number has had too many codes lately. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean sendFor(
            PersonId person,
            Mobile mobile,
            String matter,
            Duration valid,
            UnaryOperator<String> text) {
        if (!attempts.allows(Attempts.Kind.CODE_TO_MOBILE, mobile.digits())) {
            return false;
        }
        Instant now = clock.instant();
        Challenge fresh =
                new Challenge(ActId.next(clock).value(), person, mobile, 1, now, now.plus(valid));
        String code = code();
        if (!challenges.insert(fresh, keyOf(matter, person), hash(fresh.id(), matter, code))) {
            throw new IllegalStateException("This matter has had its code");
        }
        messages.sms(footprint.province(), mobile, text.apply(code), null);
        return true;
    }

    private static UUID keyOf(String matter, PersonId person) {
        String all = "matter\n" + matter + "\n" + person;
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }

    /** Judges the code of a matter. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CodeCheck checkFor(PersonId person, String matter, String typed) {
        return check(
                challenges.ofForm(keyOf(matter, person)),
                challenge -> hash(challenge.id(), matter, typed));
    }

    /** Judges a typed code; equal work for right and wrong. */
    @Transactional
    public CodeCheck check(UUID id, String typed) {
        return check(challenges.find(id), challenge -> hash(challenge.id(), typed));
    }

    private CodeCheck check(Optional<Challenge> waiting, Function<Challenge, byte[]> typed) {
        if (waiting.isEmpty()) {
            return new CodeCheck.Nothing();
        }
        Challenge challenge = waiting.get();
        if (!clock.instant().isBefore(challenge.expiresAt())) {
            return new CodeCheck.Expired();
        }
        return challenges
                .spendTry(challenge.id(), limits.codeTries())
                .map(spent -> judge(challenge, spent, typed.apply(challenge)))
                .orElseGet(CodeCheck.Spent::new);
    }

    private CodeCheck judge(Challenge challenge, ChallengeRepository.Try spent, byte[] typed) {
        boolean right = MessageDigest.isEqual(spent.codeHash(), typed);
        if (right) {
            return challenges.use(challenge.id(), clock.instant())
                    ? new CodeCheck.Right(challenge)
                    : new CodeCheck.Nothing();
        }
        int left = limits.codeTries() - spent.number();
        return left > 0 ? new CodeCheck.Wrong(left) : new CodeCheck.Spent();
    }
}
