package org.dargah.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.dargah.identity.internal.CitizenDoor;
import org.dargah.identity.internal.Codes;
import org.dargah.identity.internal.PasskeyDoor;
import org.dargah.identity.internal.PasskeyOffer;
import org.dargah.identity.internal.SessionDoor.Place;
import org.dargah.identity.internal.WayBack;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A citizen's sign-in: who they claim to be, then the code that reaches their own mobile; or a
 * passkey.
 */
@Component
public final class SignIn {

    private static final String HOME = "/me";

    private final CitizenDoor door;
    private final PasskeyDoor passkeys;
    private final PasskeyOffer offer;
    private final Codes codes;
    private final WayBack wayBack;

    public SignIn(
            CitizenDoor door,
            PasskeyDoor passkeys,
            PasskeyOffer offer,
            Codes codes,
            WayBack wayBack) {
        this.door = door;
        this.passkeys = passkeys;
        this.offer = offer;
        this.codes = codes;
        this.wayBack = wayBack;
    }

    /**
     * What somebody claims.
     *
     * @param formKey the key of the form, so that one form sends one code
     */
    public record Claim(NationalId nationalId, LocalDate birthDate, Mobile mobile, UUID formKey) {}

    /** Asks both registries and sends the code; every refusal leaves an act. */
    public SignInStep begin(Claim claim, HttpServletRequest request, Locale locale) {
        return door.begin(claim, request, locale);
    }

    /** The sign-in that waits for its code, if it still does. */
    public Optional<Challenge> waiting(UUID challenge) {
        return codes.find(challenge);
    }

    /** When another code may be asked for; empty when this sign-in has had its last one. */
    public Optional<Instant> nextCodeAt(Challenge challenge) {
        return codes.nextCodeAt(challenge);
    }

    /** Sends another code; false if it is too early or there were too many. */
    public boolean sendAnother(Challenge challenge, Locale locale) {
        return codes.sendAnother(challenge, locale);
    }

    /** Judges the code; when it is right the person is signed in, and offered a passkey. */
    public CodeCheck answer(
            UUID challenge, String code, HttpServletRequest request, HttpServletResponse response) {
        CodeCheck check = door.answer(challenge, code, request, response);
        if (check instanceof CodeCheck.Right(Challenge right)) {
            offer.prepare(request, right.person());
        }
        return check;
    }

    /**
     * A challenge for a passkey, bound to this session.
     *
     * @return the options as {@code navigator.credentials.get} wants them, in JSON (WebAuthn Level
     *     3, 5.5); empty when too many were asked for lately
     */
    public Optional<String> beginWithPasskey(HttpServletRequest request) {
        return passkeys.begin(request);
    }

    /**
     * Judges what a browser answered to the challenge; when it holds and the civil registry
     * confirms the person, they are signed in.
     *
     * @param credential the browser's answer, in JSON
     */
    public PasskeyCheck answerWithPasskey(
            String credential, HttpServletRequest request, HttpServletResponse response) {
        return passkeys.answer(credential, request, response);
    }

    /** Keeps where to go on to; anything but a path within Dargah is forgotten. */
    public void rememberWay(HttpServletRequest request, @Nullable String path) {
        wayBack.remember(request, path);
    }

    /** Where someone who has just signed in goes on: the form they had sent, the page, or home. */
    public String wayOn(HttpServletRequest request, HttpServletResponse response, PersonId person) {
        return wayBack.take(request, response, Place.PERSON, person.toString(), HOME);
    }

    /** Ends the session. */
    public void signOut(HttpServletRequest request) {
        door.leave(request);
    }
}
