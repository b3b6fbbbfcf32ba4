package org.dargah.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.identity.Confirmation;
import org.dargah.identity.PasskeyCheck;
import org.dargah.identity.Person;
import org.dargah.identity.SignInStep;
import org.dargah.identity.SignInStep.Stop;
import org.dargah.identity.internal.Ceremony.Signed;
import org.dargah.identity.internal.PasskeyRepository.Owned;
import org.dargah.identity.internal.SessionDoor.Place;
import org.dargah.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leads a citizen from a passkey to a session. The key takes the place of the code, not of the
 * civil registry: who died or is unknown there does not come in.
 */
@Component
public final class PasskeyDoor {

    private final PasskeyChallenges challenges;
    private final Ceremony ceremony;
    private final PasskeyRepository keys;
    private final PersonRepository people;
    private final CivilRegistry civil;
    private final Attempts attempts;
    private final SessionDoor sessions;
    private final Footprint footprint;
    private final Acts acts;
    private final IdentityProperties limits;
    private final TransactionTemplate transaction;

    PasskeyDoor(
            PasskeyChallenges challenges,
            Ceremony ceremony,
            PasskeyRepository keys,
            PersonRepository people,
            CivilRegistry civil,
            Attempts attempts,
            SessionDoor sessions,
            Footprint footprint,
            Acts acts,
            IdentityProperties limits,
            TransactionTemplate transaction) {
        this.challenges = challenges;
        this.ceremony = ceremony;
        this.keys = keys;
        this.people = people;
        this.civil = civil;
        this.attempts = attempts;
        this.sessions = sessions;
        this.footprint = footprint;
        this.acts = acts;
        this.limits = limits;
        this.transaction = transaction;
    }

    public Optional<String> begin(HttpServletRequest request) {
        return challenges.ask(request, null).map(ceremony::request);
    }

    public PasskeyCheck answer(
            String credential, HttpServletRequest request, HttpServletResponse response) {
        Optional<Signed> answer = ceremony.readRequest(credential);
        if (answer.isEmpty()) {
            return new PasskeyCheck.Unreadable();
        }
        if (!isAllowed(answer.get(), request)) {
            return new PasskeyCheck.Stopped(new SignInStep.Stopped(Stop.TOO_MANY, limits.window()));
        }
        Optional<PersonId> owner = recognise(answer.get(), request);
        if (owner.isEmpty()) {
            recordRefusal(null, "passkey-not-recognised");
            return new PasskeyCheck.NotRecognised();
        }
        return confirm(people.find(owner.get()).orElseThrow(), request, response);
    }

    /** Both are counted, whatever the first says. By key, so that nobody else can use it up. */
    private boolean isAllowed(Signed answer, HttpServletRequest request) {
        String id = HexFormat.of().formatHex(answer.credentialId());
        boolean key = attempts.allows(Attempts.Kind.SIGN_IN_BY_PASSKEY, id);
        boolean address = attempts.allows(Attempts.Kind.SIGN_IN_FROM_ADDRESS, Address.of(request));
        return key && address;
    }

    /** The challenge is spent whatever comes of it. */
    private Optional<PersonId> recognise(Signed answer, HttpServletRequest request) {
        Optional<byte[]> challenge = challenges.take(request, null);
        Optional<Owned> owned = keys.owner(answer.credentialId()).filter(key -> isOf(answer, key));
        if (challenge.isEmpty() || owned.isEmpty()) {
            return Optional.empty();
        }
        return ceremony.judge(answer, owned.get().credential(), challenge.get())
                .filter(after -> keys.keepUse(owned.get(), after))
                .map(after -> owned.get().person());
    }

    private static boolean isOf(Signed answer, Owned key) {
        return MessageDigest.isEqual(answer.handle(), key.handle());
    }

    private void recordRefusal(@Nullable PersonId person, String reason) {
        var entry = footprint.ofDoor().about(person).with("reason", reason);
        transaction.executeWithoutResult(status -> acts.record(Act.SIGN_IN_REFUSED, entry));
    }

    private PasskeyCheck confirm(
            Person person, HttpServletRequest request, HttpServletResponse response) {
        return switch (civil.confirm(person.nationalId(), person.birthDate(), footprint.caller())) {
            case Confirmation.Confirmed confirmed -> open(person.id(), request, response);
            case Confirmation.Unknown unknown -> stop(person, Stop.UNKNOWN, null);
            case Confirmation.BirthDateDiffers differs ->
                    stop(person, Stop.BIRTH_DATE_DIFFERS, null);
            case Confirmation.Deceased deceased -> stop(person, Stop.DECEASED, null);
            case Confirmation.Unreachable(var after) ->
                    stop(person, Stop.CIVIL_REGISTRY_SILENT, after);
        };
    }

    private PasskeyCheck open(
            PersonId person, HttpServletRequest request, HttpServletResponse response) {
        sessions.open(request, response, Place.PERSON, person.toString());
        var entry = footprint.ofPerson(person).with("by", "passkey");
        transaction.executeWithoutResult(status -> acts.record(Act.SIGNED_IN, entry));
        return new PasskeyCheck.Recognised(person);
    }

    private PasskeyCheck stop(Person person, Stop stop, @Nullable Duration after) {
        recordRefusal(person.id(), stop.code());
        return new PasskeyCheck.Stopped(new SignInStep.Stopped(stop, after));
    }
}
