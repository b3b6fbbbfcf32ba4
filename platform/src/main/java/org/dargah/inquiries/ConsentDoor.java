package org.dargah.inquiries;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dargah.acts.Entry;
import org.dargah.exchange.Consent;
import org.dargah.exchange.Consent.Way;
import org.dargah.exchange.Consents;
import org.dargah.exchange.Consents.Asking;
import org.dargah.identity.CodeCheck;
import org.dargah.identity.Confirmation;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Identity;
import org.dargah.identity.OneTimeCodes;
import org.dargah.identity.Ownership;
import org.dargah.identity.Person;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.messages.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where an organisation asks for consent and the person answers: on their own page, or at the
 * organisation's counter by telling the code of their SMS. Either way it takes a code that came to
 * a mobile of which the SIM registry says that it is theirs.
 */
@Component
public final class ConsentDoor {

    /** Of one consent, on both ways together. */
    static final int MOST_CODES = 5;

    /** At a counter the code passes through two people. */
    private static final Duration AT_THE_COUNTER = Duration.ofMinutes(10);

    private static final Duration ON_THE_PAGE = Duration.ofMinutes(2);

    private static final Purpose ASKING = new Purpose("consent-request");

    private final Consents consents;
    private final ConsentWords telling;
    private final OneTimeCodes codes;
    private final Identity identity;
    private final Messages messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConsentDoor(
            Consents consents,
            ConsentWords telling,
            OneTimeCodes codes,
            Identity identity,
            Messages messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.consents = consents;
        this.telling = telling;
        this.codes = codes;
        this.identity = identity;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Why somebody is not asked. */
    public enum Stop {
        UNKNOWN_PERSON,
        BIRTH_DATE_DIFFERS,
        DECEASED,
        MOBILE_NOT_THEIRS,
        REGISTRY_SILENT,
        TOO_OFTEN
    }

    /** What came of an organisation's wish. */
    public sealed interface Wish {

        /** The person is told, or was before under the same key. */
        record Told(Consent consent) implements Wish {}

        record KeyTaken() implements Wish {}

        record Beyond(Consents.Beyond why) implements Wish {}

        record Stopped(Stop stop) implements Wish {}
    }

    /**
     * Asks a person of whom the organisation knows what people say of themselves: with a national
     * id alone nobody can have SMS sent to anybody. Both registries are asked each time, so that
     * the person sees whoever tries what fits.
     */
    public Wish ask(
            CurrentClient client, Consents.Wanted wanted, LocalDate birthDate, Mobile mobile) {
        Optional<Asking> before = consents.before(client.province(), wanted);
        if (before.isPresent()) {
            return wish(before.get());
        }
        Optional<Consents.Beyond> beyond =
                consents.beyond(client.id(), client.agency(), wanted.terms());
        if (beyond.isPresent()) {
            return new Wish.Beyond(beyond.get());
        }
        if (!codes.maySeek(client.id(), wanted.person())) {
            return stopped(Stop.TOO_OFTEN);
        }
        var caller = new Caller(client.agency(), client.actor(), Channel.API, ASKING, null, null);
        return switch (identity.confirm(wanted.person(), birthDate, caller)) {
            case Confirmation.Confirmed(Person person) ->
                    switch (identity.confirmMobile(person, mobile, caller)) {
                        case Ownership.Theirs theirs -> tell(client, wanted, person, mobile);
                        case Ownership.NotTheirs others -> stopped(Stop.MOBILE_NOT_THEIRS);
                        case Ownership.Unreachable silent -> stopped(Stop.REGISTRY_SILENT);
                    };
            case Confirmation.Unknown unknown -> stopped(Stop.UNKNOWN_PERSON);
            case Confirmation.BirthDateDiffers differs -> stopped(Stop.BIRTH_DATE_DIFFERS);
            case Confirmation.Deceased deceased -> stopped(Stop.DECEASED);
            case Confirmation.Unreachable silent -> stopped(Stop.REGISTRY_SILENT);
        };
    }

    private static Wish stopped(Stop stop) {
        return new Wish.Stopped(stop);
    }

    private static Wish wish(Asking asking) {
        return switch (asking) {
            case Asking.Asked(Consent consent) -> new Wish.Told(consent);
            case Asking.Before(Consent consent) -> new Wish.Told(consent);
            case Asking.KeyTaken taken -> new Wish.KeyTaken();
            case Asking.TooOften often -> stopped(Stop.TOO_OFTEN);
        };
    }

    /** The wish is kept with the SMS that tells of it, or not at all. */
    private Wish tell(CurrentClient client, Consents.Wanted wanted, Person person, Mobile mobile) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            Asking asking =
                                    consents.ask(
                                            client.province(),
                                            wanted,
                                            person.id(),
                                            telling.statement(
                                                    client.title(),
                                                    client.agency(),
                                                    wanted.terms()),
                                            by(client));
                            boolean told =
                                    !(asking instanceof Asking.Asked(Consent consent))
                                            || tell(client, consent, person, mobile);
                            if (!told) {
                                status.setRollbackOnly();
                                return stopped(Stop.TOO_OFTEN);
                            }
                            return wish(asking);
                        }));
    }

    private boolean tell(CurrentClient client, Consent consent, Person person, Mobile mobile) {
        if (consent.way() == Way.COUNTER) {
            return sendCode(client.province(), consent, person, mobile, Way.COUNTER);
        }
        messages.sms(client.province(), mobile, telling.smsOfWish(consent), null);
        return true;
    }

    private boolean sendCode(
            Province province, Consent consent, Person person, Mobile mobile, Way way) {
        Optional<Integer> number = consents.nextCode(province, consent, MOST_CODES);
        UnaryOperator<String> text =
                code ->
                        way == Way.COUNTER
                                ? telling.smsAtCounter(consent, code)
                                : telling.smsOfCode(consent, code);
        return number.isPresent()
                && codes.send(
                        person.id(),
                        mobile,
                        matter(consent, way, number.get()),
                        way == Way.COUNTER ? AT_THE_COUNTER : ON_THE_PAGE,
                        text);
    }

    /** Exactly this text, on this way, and none but the last code. */
    private static String matter(Consent consent, Way way, int number) {
        return "consent/"
                + consent.id()
                + "/"
                + Consents.fingerprint(consent.text())
                + "/"
                + way
                + "/"
                + number;
    }

    private static Entry by(CurrentClient client) {
        return Entry.by(client.province(), client.actor(), Channel.API, ASKING);
    }

    private static Entry by(CurrentPerson person) {
        return Entry.by(person.province(), person.actor(), Channel.PORTAL, ASKING);
    }

    /** Another code for the counter; the one before no longer works. False when there is none. */
    public boolean sendAnother(CurrentClient client, Consent consent) {
        return sendAnother(client.province(), consent, Way.COUNTER);
    }

    /** A code for the person's own page. False when there is none to be had. */
    public boolean sendCode(CurrentPerson person, Consent consent) {
        return sendAnother(person.province(), consent, Way.PORTAL);
    }

    private boolean sendAnother(Province province, Consent consent, Way way) {
        Person person = identity.person(consent.subject()).orElseThrow();
        Mobile mobile = person.mobile();
        return mobile != null
                && Boolean.TRUE.equals(
                        transaction.execute(
                                status -> {
                                    boolean sent =
                                            consents.alone(province, consent.id())
                                                                    .state(clock.instant())
                                                            == Consent.State.ASKED
                                                    && sendCode(
                                                            province, consent, person, mobile, way);
                                    if (!sent) {
                                        status.setRollbackOnly();
                                    }
                                    return sent;
                                }));
    }

    /** What came of typing a code. */
    public sealed interface Answered {

        record Given(Consent consent) implements Answered {}

        /** The code is not the one, or no longer. */
        record NotYet(CodeCheck why) implements Answered {}

        /** It was answered before, or its time has passed. */
        record Closed(Consent consent) implements Answered {}
    }

    /** The person is at the counter and tells the code; a word about it goes to their phone. */
    public Answered give(CurrentClient client, Consent consent, String code) {
        return give(client.province(), consent, Way.COUNTER, code, by(client));
    }

    /** The person typed the code on their own page. */
    public Answered give(CurrentPerson person, Consent consent, String code) {
        return give(person.province(), consent, Way.PORTAL, code, by(person));
    }

    private Answered give(Province province, Consent consent, Way way, String code, Entry by) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            Consent now = consents.alone(province, consent.id());
                            return now.state(clock.instant()) == Consent.State.ASKED
                                    ? judge(province, now, way, code, by)
                                    : new Answered.Closed(now);
                        }));
    }

    private Answered judge(Province province, Consent consent, Way way, String code, Entry by) {
        String matter = matter(consent, way, consents.lastCode(province, consent));
        CodeCheck check = codes.check(consent.subject(), matter, code);
        if (!(check instanceof CodeCheck.Right(var challenge))) {
            return new Answered.NotYet(check);
        }
        Consent given = consents.give(province, consent, way, by);
        if (given.course().givenAt() == null) {
            return new Answered.Closed(given);
        }
        if (way == Way.COUNTER) {
            messages.sms(province, challenge.mobile(), telling.smsOfGiving(given), null);
        }
        return new Answered.Given(given);
    }

    public Consent refuse(CurrentPerson person, Consent consent) {
        return consents.refuse(person.province(), consent, by(person));
    }

    public Consent withdraw(CurrentPerson person, Consent consent) {
        return consents.withdraw(person.province(), consent, by(person));
    }

    /** How many wishes wait for the person's answer. */
    public int waiting(CurrentPerson person) {
        return consents.waiting(person.province(), person.id());
    }
}
