package org.dargah.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dargah.identity.internal.KeyRing;
import org.dargah.identity.internal.LocalPath;
import org.dargah.identity.internal.PasskeyOffer;
import org.dargah.identity.internal.RelyingParty;
import org.dargah.kernel.PersonId;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A citizen's own passkeys; signing in with one is in {@link SignIn}. */
@Component
public final class Passkeys {

    /** Where a citizen sees, adds, names and removes them. */
    public static final String PAGE = "/me/passkeys";

    private final KeyRing ring;
    private final RelyingParty party;
    private final PasskeyOffer offer;

    public Passkeys(KeyRing ring, RelyingParty party, PasskeyOffer offer) {
        this.ring = ring;
        this.party = party;
        this.offer = offer;
    }

    /**
     * Where passkeys work.
     *
     * @param host to which browsers bind them; no other host may ask for them
     * @param address what people type
     */
    public record Place(String host, String address) {}

    public Place place() {
        return new Place(party.id(), party.origin());
    }

    /**
     * True on one page after a sign-in by code of somebody without passkeys: to be offered there.
     */
    public boolean takeOffer(HttpServletRequest request) {
        return offer.take(request);
    }

    /** Nothing is offered in this browser for a season. */
    public void later(HttpServletRequest request, HttpServletResponse response) {
        offer.later(request, response);
    }

    /** The way back to where they were; empty for anything but a path within Dargah. */
    public Optional<String> wayOn(String path) {
        return LocalPath.read(path);
    }

    /** Newest first; a citizen has a bounded number of them. */
    public List<Passkey> of(PersonId person) {
        return ring.of(person);
    }

    /** The same as a table, each row with the way to its passkey; null when there are none. */
    public @Nullable DataTable table(PersonId person, Words words) {
        List<List<Cell>> rows = of(person).stream().map(key -> row(key, words)).toList();
        return rows.isEmpty()
                ? null
                : new DataTable(
                        words.t("identity.passkeys.caption"),
                        List.of(
                                words.t("identity.passkeys.name"),
                                words.t("identity.passkeys.made"),
                                words.t("identity.passkeys.used")),
                        rows);
    }

    private static List<Cell> row(Passkey key, Words words) {
        return List.of(
                Cell.link(key.name(), PAGE + "/" + key.id()),
                Cell.time(key.createdAt()),
                key.lastUsedAt() == null
                        ? Cell.text(words.t("identity.passkeys.never"))
                        : Cell.time(key.lastUsedAt()));
    }

    /** Empty when there is no such passkey or it is somebody else's. */
    public Optional<Passkey> find(PersonId person, PasskeyId id) {
        return ring.find(person, id);
    }

    /**
     * A challenge for a new passkey of this person, bound to this session.
     *
     * @return the options as {@code navigator.credentials.create} wants them, in JSON (WebAuthn
     *     Level 3, 5.4); empty when too many were asked for lately
     */
    public Optional<String> begin(CurrentPerson person, HttpServletRequest request) {
        return ring.begin(person, request);
    }

    /**
     * Judges what the browser answered. A passkey that is added is told to its owner by SMS, so
     * that nobody else adds one unnoticed.
     *
     * @param name as its owner calls it; blank for a name of ours
     * @param credential the browser's answer, in JSON
     */
    public PasskeyAdding add(
            CurrentPerson person,
            String name,
            String credential,
            HttpServletRequest request,
            Locale locale) {
        return ring.add(person, name, credential, request, locale);
    }

    /** False when there is no such passkey of theirs. */
    public boolean rename(CurrentPerson person, PasskeyId id, String name) {
        return ring.rename(person, id, name);
    }

    /** It opens nothing from now on; false when there is no such passkey of theirs. */
    public boolean remove(CurrentPerson person, PasskeyId id) {
        return ring.remove(person, id);
    }
}
