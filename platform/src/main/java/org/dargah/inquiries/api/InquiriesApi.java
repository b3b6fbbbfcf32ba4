package org.dargah.inquiries.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.dargah.evidence.NotKept;
import org.dargah.evidence.Receipt;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Consents;
import org.dargah.exchange.Exchange;
import org.dargah.exchange.Group;
import org.dargah.exchange.Groups;
import org.dargah.exchange.Inquiries;
import org.dargah.exchange.Match;
import org.dargah.exchange.Organisation;
import org.dargah.exchange.Refusal;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Rights;
import org.dargah.identity.CurrentClient;
import org.dargah.inquiries.Askers;
import org.dargah.kernel.Caller;
import org.dargah.kernel.InquiryId;
import org.dargah.ui.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asking registries in one call, for organisations that know no X-Road. */
@RestController
@Tag(name = "inquiries")
@SecurityRequirement(name = "client")
class InquiriesApi {

    private final Exchange exchange;
    private final Inquiries inquiries;
    private final Rights rights;
    private final Registries registries;
    private final Consents consents;
    private final Groups groups;
    private final Askers askers;

    InquiriesApi(
            Exchange exchange,
            Inquiries inquiries,
            Rights rights,
            Registries registries,
            Consents consents,
            Groups groups,
            Askers askers) {
        this.exchange = exchange;
        this.inquiries = inquiries;
        this.rights = rights;
        this.registries = registries;
        this.consents = consents;
        this.groups = groups;
        this.askers = askers;
    }

    @PostMapping("/api/v1/inquiries")
    @Operation(
            summary = "Ask a registry",
            description =
                    "Either for fields or, with match, whether what somebody claims is so. Every"
                            + " question leaves evidence and is shown to the person it is about. A"
                            + " registry's declaration may let answers be kept in memory for some"
                            + " minutes; then age and the header Age tell how old one is.")
    Told ask(@RequestBody NewInquiry wanted, CurrentClient client, HttpServletResponse response) {
        NewInquiry.Checked checked = wanted.check();
        Caller caller = askers.caller(client, checked.purpose());
        InquiryId id = askers.next();
        Organisation asker = checked.organisation(id, client.id());
        if (checked.claims().isEmpty()) {
            return aged(told(id, exchange.ask(checked.question(), caller, asker)), response);
        }
        Match match = exchange.match(checked.question(), checked.claims(), caller, asker);
        return switch (match) {
            case Match.Compared(boolean matches, Duration age) ->
                    aged(Told.compared(id, matches, age), response);
            case Match.Not(Answer answer) -> aged(told(id, answer), response);
        };
    }

    /** As caches of the web say it (RFC 9111). */
    private static Told aged(Told told, HttpServletResponse response) {
        Long age = told.age();
        if (age != null) {
            response.setHeader(HttpHeaders.AGE, age.toString());
        }
        return told;
    }

    private static Told told(InquiryId id, Answer answer) {
        return switch (answer) {
            case Answer.Known known -> Told.known(id, known);
            case Answer.NotFound absent -> Told.notFound(id);
            case Answer.Refused(Refusal reason, String detail) -> throw refused(reason, detail);
            case Answer.Unreachable silent -> throw unreachable(silent);
        };
    }

    /** Without evidence there is no answer. */
    @ExceptionHandler
    ProblemDetail unkept(NotKept why, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "The evidence of the question could not be kept, so no answer is given");
    }

    /**
     * @param proof {@code c2sp.org/tlog-proof@v1}
     * @param record what the leaf commits to, as JSON
     * @param salt that opens the commitment, base64
     */
    record ReceiptText(String proof, String record, String salt) {

        static ReceiptText of(Receipt receipt) {
            return new ReceiptText(
                    receipt.proof(), receipt.opened().text(), receipt.opened().saltBase64());
        }
    }

    @GetMapping("/api/v1/inquiries/{id}/receipt")
    @Operation(
            summary = "The receipt of a question of yours",
            description =
                    "Proves that its evidence stands in the public log, to anyone and without us."
                            + " The log speaks of a question about a second after it was asked.")
    ReceiptText receipt(@PathVariable String id, CurrentClient client) {
        Inquiries.Proof proof =
                InquiryId.parse(id)
                        .map(it -> inquiries.receipt(client.province(), it, client.id()))
                        .orElseGet(Inquiries.Proof.None::new);
        return switch (proof) {
            case Inquiries.Proof.Proved(Receipt receipt) -> ReceiptText.of(receipt);
            case Inquiries.Proof.NotYet soon ->
                    throw later(
                            Problem.refusal(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "unavailable",
                                    "The public log does not speak of this question yet"),
                            Duration.ofSeconds(1));
            case Inquiries.Proof.None none ->
                    throw Problem.refusal(
                            HttpStatus.NOT_FOUND, "not-found", "No such question of yours");
        };
    }

    /** The reason is a word of the API: a program decides by it, a person reads the detail. */
    private static ErrorResponseException refused(Refusal reason, String detail) {
        HttpStatus status =
                switch (reason) {
                    case KEY_NOT_VALID, UNKNOWN_REGISTRY, ENDPOINT_NOT_OFFERED ->
                            HttpStatus.UNPROCESSABLE_CONTENT;
                    case RATE_EXCEEDED, QUOTA_EXCEEDED -> HttpStatus.TOO_MANY_REQUESTS;
                    default -> HttpStatus.FORBIDDEN;
                };
        ProblemDetail problem =
                Problem.of(status, "inquiry-refused", "The question was not forwarded: " + detail);
        problem.setProperty("reason", word(reason));
        return Problem.refusal(problem);
    }

    private static ErrorResponseException unreachable(Answer.Unreachable silent) {
        return later(
                Problem.refusal(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "The registry did not answer: " + word(silent.reason())),
                silent.retryAfter());
    }

    private static ErrorResponseException later(ErrorResponseException refusal, Duration wait) {
        refusal.getHeaders()
                .set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        return refusal;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private HeldRight held(AccessRight right) {
        return HeldRight.of(
                right,
                consents.isAskedFor(right.purpose()),
                registries.endpoints(right.registry()),
                right.isShared()
                        ? groups.find(right.client()).map(Group::title).orElse(right.client())
                        : null);
    }

    /** The rights of the program. */
    record HeldRights(List<HeldRight> items) {}

    @GetMapping("/api/v1/access-rights")
    @Operation(summary = "What the program may ask, for what, and within what bounds")
    HeldRights held(CurrentClient client) {
        return new HeldRights(
                rights.usableBy(client.id(), client.agency()).stream().map(this::held).toList());
    }
}
