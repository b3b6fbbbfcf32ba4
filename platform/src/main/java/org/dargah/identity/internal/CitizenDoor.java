package org.dargah.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.identity.Challenge;
import org.dargah.identity.CodeCheck;
import org.dargah.identity.Confirmation;
import org.dargah.identity.Ownership;
import org.dargah.identity.Person;
import org.dargah.identity.SignIn.Claim;
import org.dargah.identity.SignInStep;
import org.dargah.identity.SignInStep.Stop;
import org.dargah.identity.internal.SessionDoor.Place;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads a citizen from a claim to a session. */
@Component
public final class CitizenDoor {

    private final CivilRegistry civil;
    private final SimRegistry sim;
    private final Codes codes;
    private final Attempts attempts;
    private final PersonRepository people;
    private final SessionDoor sessions;
    private final Footprint footprint;
    private final Acts acts;
    private final IdentityProperties limits;
    private final TransactionTemplate transaction;

    CitizenDoor(
            CivilRegistry civil,
            SimRegistry sim,
            Codes codes,
            Attempts attempts,
            PersonRepository people,
            SessionDoor sessions,
            Footprint footprint,
            Acts acts,
            IdentityProperties limits,
            TransactionTemplate transaction) {
        this.civil = civil;
        this.sim = sim;
        this.codes = codes;
        this.attempts = attempts;
        this.people = people;
        this.sessions = sessions;
        this.footprint = footprint;
        this.acts = acts;
        this.limits = limits;
        this.transaction = transaction;
    }

    public SignInStep begin(Claim claim, HttpServletRequest request, Locale locale) {
        SignInStep step = isAllowed(claim, request) ? confirm(claim, locale) : tooMany();
        if (step instanceof SignInStep.Stopped(Stop stop, var after)) {
            recordRefusal(claim, stop);
        }
        return step;
    }

    /** Both are counted, whatever the first says. */
    private boolean isAllowed(Claim claim, HttpServletRequest request) {
        String digits = claim.nationalId().digits();
        boolean person = attempts.allows(Attempts.Kind.SIGN_IN_OF_PERSON, digits);
        boolean address = attempts.allows(Attempts.Kind.SIGN_IN_FROM_ADDRESS, Address.of(request));
        return person && address;
    }

    private SignInStep tooMany() {
        return new SignInStep.Stopped(Stop.TOO_MANY, limits.window());
    }

    private SignInStep confirm(Claim claim, Locale locale) {
        return switch (civil.confirm(claim.nationalId(), claim.birthDate(), footprint.caller())) {
            case Confirmation.Confirmed(Person person) -> confirmMobile(person, claim, locale);
            case Confirmation.Unknown unknown -> stopped(Stop.UNKNOWN);
            case Confirmation.BirthDateDiffers differs -> stopped(Stop.BIRTH_DATE_DIFFERS);
            case Confirmation.Deceased deceased -> stopped(Stop.DECEASED);
            case Confirmation.Unreachable(var after) ->
                    new SignInStep.Stopped(Stop.CIVIL_REGISTRY_SILENT, after);
        };
    }

    private SignInStep confirmMobile(Person person, Claim claim, Locale locale) {
        return switch (sim.confirm(person, claim.mobile(), footprint.caller())) {
            case Ownership.Theirs theirs ->
                    codes.begin(person, claim.mobile(), claim.formKey(), locale)
                            .<SignInStep>map(SignInStep.CodeSent::new)
                            .orElseGet(this::tooMany);
            case Ownership.NotTheirs notTheirs -> stopped(Stop.MOBILE_NOT_THEIRS);
            case Ownership.Unreachable(var after) ->
                    new SignInStep.Stopped(Stop.SIM_REGISTRY_SILENT, after);
        };
    }

    private static SignInStep stopped(Stop stop) {
        return new SignInStep.Stopped(stop, null);
    }

    private void recordRefusal(Claim claim, Stop stop) {
        var entry =
                footprint
                        .ofDoor()
                        .about(people.idOf(claim.nationalId()).orElse(null))
                        .with("reason", stop.code());
        transaction.executeWithoutResult(status -> acts.record(Act.SIGN_IN_REFUSED, entry));
    }

    public CodeCheck answer(
            UUID challenge, String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<Challenge> waiting = codes.find(challenge);
        CodeCheck check = codes.check(challenge, code);
        switch (check) {
            case CodeCheck.Right(Challenge right) -> {
                sessions.open(request, response, Place.PERSON, right.person().toString());
                transaction.executeWithoutResult(
                        status -> acts.record(Act.SIGNED_IN, footprint.ofPerson(right.person())));
            }
            case CodeCheck.Spent spent -> waiting.ifPresent(this::recordSpent);
            case CodeCheck.Wrong wrong -> {}
            case CodeCheck.Expired expired -> {}
            case CodeCheck.Nothing nothing -> {}
        }
        return check;
    }

    /** Signing out ends the whole session, also of an official in the same browser. */
    public void leave(HttpServletRequest request) {
        SessionContext.currentPerson()
                .ifPresent(
                        person ->
                                transaction.executeWithoutResult(
                                        status ->
                                                acts.record(
                                                        Act.SIGNED_OUT,
                                                        footprint.ofPerson(person.id()))));
        SessionDoor.close(request);
    }

    private void recordSpent(Challenge challenge) {
        var entry = footprint.ofDoor().about(challenge.person()).with("reason", "code-spent");
        transaction.executeWithoutResult(status -> acts.record(Act.SIGN_IN_REFUSED, entry));
    }
}
