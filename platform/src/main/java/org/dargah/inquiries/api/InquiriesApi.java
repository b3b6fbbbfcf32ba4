package org.dargah.inquiries.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Exchange;
import org.dargah.exchange.Match;
import org.dargah.exchange.Refusal;
import org.dargah.exchange.Rights;
import org.dargah.identity.CurrentClient;
import org.dargah.inquiries.Askers;
import org.dargah.kernel.Caller;
import org.dargah.ui.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asking registries in one call, for organisations that know no X-Road. */
@RestController
@Tag(name = "inquiries")
@SecurityRequirement(name = "client")
class InquiriesApi {

    private final Exchange exchange;
    private final Rights rights;
    private final Askers askers;

    InquiriesApi(Exchange exchange, Rights rights, Askers askers) {
        this.exchange = exchange;
        this.rights = rights;
        this.askers = askers;
    }

    @PostMapping("/api/v1/inquiries")
    @Operation(
            summary = "Ask a registry",
            description =
                    "Either for fields or, with match, whether what somebody claims is so. Every"
                            + " question leaves evidence and is shown to the person it is about.")
    Told ask(@RequestBody NewInquiry wanted, CurrentClient client) {
        NewInquiry.Checked inquiry = wanted.check();
        Caller caller = askers.caller(client, inquiry.purpose());
        if (inquiry.claims().isEmpty()) {
            return told(
                    exchange.ask(
                            inquiry.question(),
                            caller,
                            inquiry.organisation(client.id()),
                            askers::known));
        }
        Match match =
                exchange.match(
                        inquiry.question(),
                        inquiry.claims(),
                        caller,
                        inquiry.organisation(client.id()),
                        askers::known);
        return switch (match) {
            case Match.Compared(boolean matches) -> Told.compared(matches);
            case Match.Not(Answer answer) -> told(answer);
        };
    }

    private static Told told(Answer answer) {
        return switch (answer) {
            case Answer.Known known -> Told.known(known);
            case Answer.NotFound absent -> Told.notFound();
            case Answer.Refused(Refusal reason, String detail) -> throw refused(reason, detail);
            case Answer.Unreachable silent -> throw unreachable(silent);
        };
    }

    /** The reason is a word of the API: a program decides by it, a person reads the detail. */
    private static ErrorResponseException refused(Refusal reason, String detail) {
        HttpStatus status =
                switch (reason) {
                    case KEY_NOT_VALID, UNKNOWN_REGISTRY -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case RATE_EXCEEDED, QUOTA_EXCEEDED -> HttpStatus.TOO_MANY_REQUESTS;
                    default -> HttpStatus.FORBIDDEN;
                };
        ProblemDetail problem =
                Problem.of(status, "inquiry-refused", "The question was not forwarded: " + detail);
        problem.setProperty("reason", word(reason));
        return Problem.refusal(problem);
    }

    private static ErrorResponseException unreachable(Answer.Unreachable silent) {
        Duration wait = silent.retryAfter();
        ErrorResponseException unavailable =
                Problem.refusal(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "The registry did not answer: " + word(silent.reason()));
        unavailable
                .getHeaders()
                .set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        return unavailable;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rights of the program. */
    record HeldRights(List<HeldRight> items) {}

    @GetMapping("/api/v1/access-rights")
    @Operation(summary = "What the program may ask, for what, and within what bounds")
    HeldRights held(CurrentClient client) {
        return new HeldRights(rights.ofClient(client.id()).stream().map(HeldRight::of).toList());
    }
}
