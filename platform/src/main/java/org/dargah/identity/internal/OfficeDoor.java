package org.dargah.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.identity.Area;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.OfficeSignIn.Result;
import org.dargah.identity.internal.SessionDoor.Place;
import org.dargah.kernel.PersianText;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets officials in by user name and password. */
@Component
public final class OfficeDoor {

    private final OfficerRepository officers;
    private final PasswordEncoder passwords;
    private final Attempts attempts;
    private final SessionDoor sessions;
    private final WayBack wayBack;
    private final Footprint footprint;
    private final Acts acts;
    private final TransactionTemplate transaction;

    /** Checked when there is no such user, so that both answers take as long. */
    private final String nobodysHash;

    OfficeDoor(
            OfficerRepository officers,
            PasswordEncoder passwords,
            Attempts attempts,
            SessionDoor sessions,
            WayBack wayBack,
            Footprint footprint,
            Acts acts,
            TransactionTemplate transaction) {
        this.officers = officers;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.wayBack = wayBack;
        this.footprint = footprint;
        this.acts = acts;
        this.transaction = transaction;
        this.nobodysHash = encode(passwords, "nobody");
    }

    static String encode(PasswordEncoder passwords, String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The password encoder encodes nothing");
        }
        return hash;
    }

    public Result enter(
            String username,
            String password,
            @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        String name = PersianText.normalise(username).toLowerCase(Locale.ROOT);
        if (!isAllowed(name, request)) {
            record(Act.SIGN_IN_REFUSED, footprint.ofDoor().with("reason", "too-many"));
            return new Result.TooMany();
        }
        Optional<CurrentOfficer> officer = proven(name, password);
        if (officer.isEmpty()) {
            record(Act.SIGN_IN_REFUSED, footprint.ofDoor().with("reason", "password"));
            return new Result.Wrong();
        }
        return admit(officer.get(), wanted, request, response);
    }

    private boolean isAllowed(String name, HttpServletRequest request) {
        boolean user = attempts.allows(Attempts.Kind.SIGN_IN_OF_OFFICER, name);
        boolean address = attempts.allows(Attempts.Kind.SIGN_IN_FROM_ADDRESS, Address.of(request));
        return user && address;
    }

    private Optional<CurrentOfficer> proven(String name, String password) {
        Optional<CurrentOfficer> officer = officers.named(name);
        String hash =
                officer.flatMap(known -> officers.passwordHash(known.id())).orElse(nobodysHash);
        return passwords.matches(password, hash) ? officer : Optional.empty();
    }

    private Result admit(
            CurrentOfficer officer,
            @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        String id = officer.id().toString();
        sessions.open(request, response, Place.OFFICER, id);
        wayBack.remember(request, wanted);
        record(Act.SIGNED_IN, footprint.ofOfficer(officer));
        return new Result.Entered(
                wayBack.take(request, response, Place.OFFICER, id, home(officer)));
    }

    private static String home(CurrentOfficer officer) {
        if (Area.WORK.admits(officer.roles())) {
            return "/work";
        }
        return Area.BOARD.admits(officer.roles()) ? "/board" : "/work/account";
    }

    public void leave(HttpServletRequest request) {
        SessionContext.currentOfficer()
                .ifPresent(officer -> record(Act.SIGNED_OUT, footprint.ofOfficer(officer)));
        SessionDoor.close(request);
    }

    private void record(Act act, Entry entry) {
        transaction.executeWithoutResult(status -> acts.record(act, entry));
    }
}
