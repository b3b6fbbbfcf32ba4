package org.dargah.inquiries.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import org.dargah.evidence.NotKept;
import org.dargah.exchange.Consent;
import org.dargah.exchange.Consents;
import org.dargah.identity.CodeCheck;
import org.dargah.identity.CurrentClient;
import org.dargah.inquiries.ConsentDoor;
import org.dargah.inquiries.ConsentDoor.Answered;
import org.dargah.inquiries.ConsentDoor.Stop;
import org.dargah.inquiries.ConsentDoor.Wish;
import org.dargah.kernel.ConsentId;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asking people for consent, and bringing the code that somebody told at a counter. */
@RestController
@Tag(name = "inquiries")
@SecurityRequirement(name = "client")
class ConsentsApi {

    private static final String ALL = "/api/v1/consents";

    private final ConsentDoor door;
    private final Consents consents;
    private final Clock clock;

    ConsentsApi(ConsentDoor door, Consents consents, Clock clock) {
        this.door = door;
        this.consents = consents;
        this.clock = clock;
    }

    @PostMapping(ALL)
    @Operation(
            summary = "Ask a person for consent",
            description =
                    "Within a right that the program holds. The person gets an SMS and answers on"
                            + " their own page or, with way counter, by telling the code in it."
                            + " Sending it again with the same key asks nobody twice.")
    ResponseEntity<ConsentBrief> ask(
            @Parameter(description = "Chosen by the program, 1 to 100 visible ASCII signs")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable String key,
            @RequestBody NewConsent wanted,
            CurrentClient client) {
        NewConsent.Checked checked = wanted.check(key, client, consents, clock);
        Wish wish = door.ask(client, checked.wanted(), checked.birthDate(), checked.mobile());
        return switch (wish) {
            case Wish.Told(Consent consent) ->
                    ResponseEntity.created(URI.create(ALL + "/" + consent.id()))
                            .body(brief(consent));
            case Wish.KeyTaken taken ->
                    throw Problem.refusal(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "idempotency-key-reused",
                            "This Idempotency-Key came before with other content. Choose a new"
                                    + " key for a new wish.");
            case Wish.Beyond(Consents.Beyond why) -> throw beyond(why);
            case Wish.Stopped(Stop stop) -> throw stopped(stop);
        };
    }

    private ConsentBrief brief(Consent consent) {
        return ConsentBrief.of(consent, clock.instant());
    }

    private static RuntimeException beyond(Consents.Beyond why) {
        ProblemDetail problem =
                Problem.of(
                        HttpStatus.FORBIDDEN,
                        "inquiry-refused",
                        "The person was not asked: " + why.detail());
        problem.setProperty("reason", InquiriesApi.word(why.reason()));
        return Problem.refusal(problem);
    }

    private static RuntimeException stopped(Stop stop) {
        String word = InquiriesApi.word(stop);
        return switch (stop) {
            case UNKNOWN_PERSON ->
                    wrong(word, "The civil registry knows nobody of this national id.");
            case BIRTH_DATE_DIFFERS ->
                    wrong(word, "The civil registry has another date of birth for this person.");
            case DECEASED -> wrong(word, "The civil registry says that this person has died.");
            case MOBILE_NOT_THEIRS ->
                    wrong(word, "The SIM registry does not know this mobile as the person's.");
            case REGISTRY_SILENT ->
                    Problem.refusal(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "unavailable",
                            "A registry that confirms people does not answer. Send the same"
                                    + " request with the same key again later.");
            case TOO_OFTEN ->
                    Problem.refusal(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-requests",
                            "This person was asked, or sent codes, too often lately.");
        };
    }

    private static RuntimeException wrong(String word, String detail) {
        return Problem.refusal(HttpStatus.UNPROCESSABLE_CONTENT, word, detail);
    }

    @GetMapping(ALL + "/{id}")
    @Operation(summary = "A consent that the program asked for, with the signed consent if given")
    ConsentBrief read(@PathVariable String id, CurrentClient client) {
        return brief(own(id, client));
    }

    private Consent own(String id, CurrentClient client) {
        return ConsentId.parse(id)
                .flatMap(it -> consents.find(client.province(), it))
                .filter(it -> it.client().equals(client.id()))
                .orElseThrow(
                        () ->
                                Problem.refusal(
                                        HttpStatus.NOT_FOUND,
                                        "not-found",
                                        "This program asked for no such consent."));
    }

    @GetMapping(ALL + "/{id}/receipt")
    @Operation(
            summary = "The receipt of the consent's last step",
            description = "Proves that giving, refusal or withdrawal stands in the public log.")
    InquiriesApi.ReceiptText receipt(@PathVariable String id, CurrentClient client) {
        return consents.receipt(client.province(), own(id, client))
                .map(InquiriesApi.ReceiptText::of)
                .orElseThrow(
                        () ->
                                Problem.refusal(
                                        HttpStatus.NOT_FOUND,
                                        "not-found",
                                        "The public log does not speak of this consent, or not"
                                                + " yet."));
    }

    record Code(@Schema(description = "6 digits, as the person told them") @Nullable String code) {

        @Override
        public String toString() {
            return "Code";
        }
    }

    @PostMapping(ALL + "/{id}/code")
    @Operation(
            summary = "The code that the person told at the counter",
            description = "Five tries, ten minutes. When it is right the consent is given.")
    ConsentBrief give(@PathVariable String id, @RequestBody Code told, CurrentClient client) {
        String code = told.code() == null ? "" : PersianText.normalise(told.code());
        return switch (door.give(client, own(id, client), code)) {
            case Answered.Given(Consent consent) -> brief(consent);
            case Answered.NotYet(CodeCheck why) -> throw notYet(why);
            case Answered.Closed(Consent consent) -> throw closed(consent);
        };
    }

    private static RuntimeException notYet(CodeCheck why) {
        ProblemDetail problem =
                Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "code-not-accepted",
                        switch (why) {
                            case CodeCheck.Wrong(int left) ->
                                    "Not the code; " + left + " tries left.";
                            case CodeCheck.Spent spent ->
                                    "Mistyped too often; ask for another code.";
                            case CodeCheck.Expired late -> "The code is too old; ask for another.";
                            case CodeCheck.Nothing none -> "No code waits; ask for one.";
                            case CodeCheck.Right right ->
                                    throw new IllegalStateException("A right code gives consent");
                        });
        problem.setProperty(
                "reason",
                switch (why) {
                    case CodeCheck.Wrong wrong -> "wrong";
                    case CodeCheck.Spent spent -> "spent";
                    case CodeCheck.Expired late -> "expired";
                    case CodeCheck.Nothing none -> "none";
                    case CodeCheck.Right right -> "right";
                });
        return Problem.refusal(problem);
    }

    private RuntimeException closed(Consent consent) {
        String state = InquiriesApi.word(consent.state(clock.instant()));
        ProblemDetail problem =
                Problem.of(
                        HttpStatus.CONFLICT,
                        "consent-closed",
                        "The consent waits for no answer; it is " + state + ".");
        problem.setProperty("state", state);
        return Problem.refusal(problem);
    }

    @PostMapping(ALL + "/{id}/codes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Another code to the person's phone",
            description = "The one before no longer works; five codes for one consent.")
    void another(@PathVariable String id, CurrentClient client) {
        Consent consent = own(id, client);
        if (consent.state(clock.instant()) != Consent.State.ASKED) {
            throw closed(consent);
        }
        if (!door.sendAnother(client, consent)) {
            throw stopped(Stop.TOO_OFTEN);
        }
    }

    @GetMapping(path = ALL + "/keys", produces = "application/jwk-set+json")
    @SecurityRequirements
    @Operation(
            summary = "The keys under signed consents",
            description = "A JWK set (RFC 7517, 8037), also of keys that sign no more.")
    String keys() {
        return consents.keys();
    }

    /** Without evidence nothing is given. */
    @ExceptionHandler
    ProblemDetail unkept(NotKept why, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "The evidence of the consent could not be kept, so it is not given");
    }
}
