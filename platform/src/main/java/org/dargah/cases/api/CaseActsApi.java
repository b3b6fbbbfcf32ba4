package org.dargah.cases.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.dargah.cases.Applicant;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.cases.Corrections;
import org.dargah.cases.Correspondence;
import org.dargah.cases.Stage;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.Identity;
import org.dargah.identity.Person;
import org.dargah.kernel.Channel;
import org.dargah.kernel.TrackingCode;
import org.dargah.ui.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What follows from the applicant's side, by the program that handed the case in. */
@RestController
@Tag(name = "cases")
@SecurityRequirement(name = "client")
class CaseActsApi {

    private final Cases cases;
    private final Correspondence correspondence;
    private final Corrections corrections;
    private final Identity identity;

    CaseActsApi(
            Cases cases,
            Correspondence correspondence,
            Corrections corrections,
            Identity identity) {
        this.corrections = corrections;
        this.cases = cases;
        this.correspondence = correspondence;
        this.identity = identity;
    }

    record Correction(@Schema(description = "Up to 2,000 letters") @Nullable String text) {}

    record Rating(
            @Schema(description = "1 to 5") int score,
            @Schema(description = "A word, up to 2,000 letters") @Nullable String word) {}

    @PostMapping("/api/v1/cases/{trackingCode}/corrections")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Send the correction that the office asked for",
            description = "The office's statutory time runs on from here.")
    void correct(
            @PathVariable String trackingCode,
            @RequestBody Correction correction,
            CurrentClient client) {
        CaseFile file = file(trackingCode, client);
        switch (corrections.send(
                applicant(file, client),
                file,
                0,
                Objects.requireNonNullElse(correction.text(), ""))) {
            case Corrections.Sent.Done sent -> {}
            case Corrections.Sent.NotAwaited gone ->
                    throw conflict("The office has asked for no correction, or has it already.");
            case Corrections.Sent.Nothing nothing -> throw noText();
            case Corrections.Sent.TooLong tooLong -> throw noText();
            case Corrections.Sent.Overtaken overtaken -> throw mending();
            case Corrections.Sent.Incomplete incomplete -> throw mending();
            case Corrections.Sent.CostsElse costs -> throw mending();
        }
    }

    @PostMapping("/api/v1/cases/{trackingCode}/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "What the applicant thought of it",
            description = "After the decision; the first one counts.")
    void rate(@PathVariable String trackingCode, @RequestBody Rating rating, CurrentClient client) {
        CaseFile file = file(trackingCode, client);
        if (!file.stage().isEnd()) {
            throw conflict("The case is not decided yet.");
        }
        if (!correspondence.rate(
                applicant(file, client),
                file,
                rating.score(),
                Objects.requireNonNullElse(rating.word(), ""))) {
            throw wrong("/score", "از ۱ تا ۵ امتیاز بدهید.", "A score from 1 to 5.");
        }
    }

    @PostMapping("/api/v1/cases/{trackingCode}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take the application back", description = "A decided case stays decided.")
    void withdraw(@PathVariable String trackingCode, CurrentClient client) {
        CaseFile file = file(trackingCode, client);
        CaseFile now = correspondence.withdraw(applicant(file, client), file);
        if (now.stage() != Stage.WITHDRAWN) {
            throw conflict("The case is decided, or was not handed in yet.");
        }
    }

    /** Those of the deciding agency do not act for the applicant. */
    private CaseFile file(String code, CurrentClient client) {
        return TrackingCode.parse(code)
                .flatMap(tracking -> cases.handedIn(client, tracking))
                .orElseThrow(
                        () ->
                                Problem.refusal(
                                        HttpStatus.NOT_FOUND,
                                        "not-found",
                                        "This program handed in no such case."));
    }

    private Applicant applicant(CaseFile file, CurrentClient client) {
        Person person = identity.person(file.subject()).orElseThrow();
        return new Applicant(
                file.province(),
                person.id(),
                person.nationalId(),
                person.name(),
                Objects.requireNonNull(person.mobile(), "applicants have a confirmed mobile"),
                client.actor(),
                Channel.API);
    }

    private static RuntimeException noText() {
        return wrong("/text", "متن را بنویسید، حداکثر ۲٬۰۰۰ حرف.", "Between 1 and 2,000 letters.");
    }

    /** Whoever mends answers in the portal sends them there. */
    private static RuntimeException mending() {
        return conflict("The applicant is mending answers in the portal and has not sent them.");
    }

    private static RuntimeException conflict(String detail) {
        return Problem.refusal(HttpStatus.CONFLICT, "wrong-stage", detail);
    }

    private static RuntimeException wrong(String pointer, String fa, String en) {
        return Refusals.invalid(List.of(new Refusals.Wrong(pointer, fa, en)));
    }
}
