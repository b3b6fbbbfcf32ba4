package org.dargah.identity.internal;

import com.webauthn4j.data.RegistrationData;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Passkey;
import org.dargah.identity.PasskeyAdding;
import org.dargah.identity.PasskeyId;
import org.dargah.identity.Person;
import org.dargah.identity.internal.PasskeyRepository.Credential;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.PersonId;
import org.dargah.messages.Messages;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A citizen's passkeys: adding, naming and removing them, each an act. */
@Component
public final class KeyRing {

    private static final int HANDLE_BYTES = 32;

    /** Nobody has as many devices; without an end a page or a browser would be given too much. */
    private static final int MOST = 20;

    private final PasskeyRepository keys;
    private final PasskeyChallenges challenges;
    private final Ceremony ceremony;
    private final PersonRepository people;
    private final Messages messages;
    private final Acts acts;
    private final Footprint footprint;
    private final Vocabulary vocabulary;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeyRing(
            PasskeyRepository keys,
            PasskeyChallenges challenges,
            Ceremony ceremony,
            PersonRepository people,
            Messages messages,
            Acts acts,
            Footprint footprint,
            Vocabulary vocabulary,
            TransactionTemplate transaction,
            Clock clock) {
        this.keys = keys;
        this.challenges = challenges;
        this.ceremony = ceremony;
        this.people = people;
        this.messages = messages;
        this.acts = acts;
        this.footprint = footprint;
        this.vocabulary = vocabulary;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<Passkey> of(PersonId person) {
        return keys.of(person);
    }

    public Optional<Passkey> find(PersonId person, PasskeyId id) {
        return keys.find(person, id);
    }

    public Optional<String> begin(CurrentPerson person, HttpServletRequest request) {
        return challenges
                .ask(request, person.id())
                .map(
                        challenge ->
                                ceremony.creation(
                                        challenge,
                                        keys.handleOf(person.id(), challenges.random(HANDLE_BYTES)),
                                        person.name(),
                                        keys.credentialsOf(person.id())));
    }

    public PasskeyAdding add(
            CurrentPerson person,
            String name,
            String credential,
            HttpServletRequest request,
            Locale locale) {
        Optional<RegistrationData> answer = ceremony.readCreation(credential);
        if (answer.isEmpty()) {
            return new PasskeyAdding.Unreadable();
        }
        Words words = vocabulary.in(locale);
        return challenges
                .take(request, person.id())
                .flatMap(challenge -> ceremony.judge(answer.get(), challenge))
                .map(made -> keep(person, name, made, words))
                .or(() -> added(person, answer.get()))
                .orElseGet(PasskeyAdding.NotProven::new);
    }

    /** The same answer once more, after a broken connection: what it added is there. */
    private Optional<PasskeyAdding> added(CurrentPerson person, RegistrationData answer) {
        return Ceremony.credentialId(answer)
                .flatMap(keys::owner)
                .filter(owned -> owned.person().equals(person.id()))
                .flatMap(owned -> keys.find(person.id(), owned.id()))
                .map(PasskeyAdding.Added::new);
    }

    private PasskeyAdding keep(CurrentPerson person, String name, Credential made, Words words) {
        int number = keys.of(person.id()).size() + 1;
        if (number > MOST) {
            return new PasskeyAdding.TooMany();
        }
        String chosen = tidy(name);
        Passkey passkey =
                new Passkey(
                        PasskeyId.next(clock),
                        chosen.isEmpty() ? words.t("identity.passkey.unnamed", number) : chosen,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        null);
        return Objects.requireNonNull(
                transaction.execute(status -> keep(person.id(), passkey, made, words)));
    }

    private PasskeyAdding keep(PersonId id, Passkey passkey, Credential made, Words words) {
        if (!keys.insert(id, passkey, made)) {
            return new PasskeyAdding.NotProven();
        }
        acts.record(Act.PASSKEY_ADDED, footprint.ofPerson(id));
        messages.sms(footprint.province(), mobile(id), words.t("identity.passkey.sms"), null);
        return new PasskeyAdding.Added(passkey);
    }

    /** Nobody comes as far as a passkey without a code to a mobile of theirs. */
    private Mobile mobile(PersonId id) {
        return people.find(id).map(Person::mobile).orElseThrow();
    }

    /** One line, without what would turn the text around it. */
    private static String tidy(String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\u200C]]", " ").strip();
        String plain = line.replaceAll("\\s+", " ");
        return plain.substring(0, plain.offsetByCodePoints(0, cut(plain))).strip();
    }

    private static int cut(String name) {
        return Math.min(name.codePointCount(0, name.length()), Passkey.LONGEST_NAME);
    }

    /** A blank name changes nothing. */
    public boolean rename(CurrentPerson person, PasskeyId id, String name) {
        String chosen = tidy(name);
        return chosen.isEmpty()
                ? keys.find(person.id(), id).isPresent()
                : change(person, Act.PASSKEY_RENAMED, () -> keys.rename(person.id(), id, chosen));
    }

    public boolean remove(CurrentPerson person, PasskeyId id) {
        return change(person, Act.PASSKEY_REMOVED, () -> keys.delete(person.id(), id));
    }

    /** What changed nothing leaves no act. */
    private boolean change(CurrentPerson person, Act act, BooleanSupplier step) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> {
                            boolean changed = step.getAsBoolean();
                            if (changed) {
                                acts.record(act, footprint.ofPerson(person.id()));
                            }
                            return changed;
                        }));
    }
}
