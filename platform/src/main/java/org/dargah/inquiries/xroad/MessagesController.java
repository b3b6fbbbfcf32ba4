package org.dargah.inquiries.xroad;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dargah.evidence.NotKept;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Carried;
import org.dargah.exchange.Exchange;
import org.dargah.exchange.Failure;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Organisation;
import org.dargah.exchange.Rights;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.Proof;
import org.dargah.inquiries.Askers;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.Purpose;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** X-Road's messages: who speaks must be who it says, then the exchange decides and carries. */
@Controller
class MessagesController {

    /** In the class of every public body. */
    static final String MEMBER_CLASS = "GOV";

    private static final Purpose UNSTATED = new Purpose("unstated");
    private static final int LONGEST = 1_000;

    private final Exchange exchange;
    private final Rights rights;
    private final Askers askers;
    private final Metadata metadata;
    private final Faults faults;

    MessagesController(
            Exchange exchange, Rights rights, Askers askers, Metadata metadata, Faults faults) {
        this.exchange = exchange;
        this.rights = rights;
        this.askers = askers;
        this.metadata = metadata;
        this.faults = faults;
    }

    @RequestMapping("/r1/**")
    void message(
            HttpServletRequest request,
            HttpServletResponse response,
            CurrentClient client,
            Proof proof)
            throws IOException {
        Optional<Call> read = Call.read(request);
        if (read.isEmpty() || tooLong(read.get())) {
            faults.write(
                    response,
                    Fault.BAD_REQUEST,
                    "Not a request of the X-Road Message Protocol for REST (r1)");
            return;
        }
        Call call = read.get();
        if (!call.client().equals(of(client))) {
            faults.write(
                    response,
                    Fault.UNKNOWN_MEMBER,
                    "The header X-Road-Client names another than " + of(client));
            return;
        }
        if (metadata.answer(call, client, response)) {
            return;
        }
        if (!metadata.isProvided(call.service())) {
            faults.write(response, Fault.UNKNOWN_SERVICE, "Unknown service: " + call.service());
            return;
        }
        carry(call, client, proof, response);
    }

    private static boolean tooLong(Call call) {
        return call.headers().stream()
                .filter(header -> header.getKey().regionMatches(true, 0, "X-Road-", 0, 7))
                .anyMatch(header -> header.getValue().length() > LONGEST);
    }

    /** The program as X-Road names it: the body that answers for it, then itself. */
    static Identifier of(CurrentClient client) {
        return Identifier.of(
                client.province().code(), MEMBER_CLASS, client.agency().value(), client.id());
    }

    private void carry(Call call, CurrentClient client, Proof proof, HttpServletResponse response)
            throws IOException {
        InquiryId id = askers.next();
        response.setHeader("Dargah-Inquiry", id.toString());
        Carried carried;
        try {
            carried =
                    exchange.carry(
                            call.message(proof),
                            askers.caller(client, purpose(call, client)),
                            organisation(id, call, client),
                            new Answering(call, response));
        } catch (NotKept unkept) {
            if (response.isCommitted()) {
                throw unkept; // The connection breaks, so nobody takes the part for the whole.
            }
            faults.write(response, Fault.LOGGING_FAILED, "No evidence could be kept: no answer");
            return;
        }
        tell(carried, response);
    }

    private void tell(Carried carried, HttpServletResponse response) throws IOException {
        switch (carried) {
            case Carried.Passed passed -> response.flushBuffer();
            case Carried.Refused(var reason, String detail) ->
                    faults.write(
                            response,
                            Fault.of(reason),
                            reason
                                    + ": "
                                    + detail
                                    + (detail.equals(UNSTATED.code())
                                            ? "; say in Dargah-Purpose why"
                                            : ""));
            case Carried.Unreachable(Failure reason, var retryAfter) -> {
                response.setHeader(
                        "Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
                faults.write(
                        response,
                        reason == Failure.NO_CONNECTION
                                ? Fault.NETWORK_ERROR
                                : Fault.SERVICE_FAILED,
                        "The registry gave no answer: " + reason);
            }
        }
    }

    /**
     * X-Road knows no purposes; a client with one right to this service need not name it. One that
     * stays unknown is refused by the policy, so that the refusal leaves its evidence.
     */
    private Purpose purpose(Call call, CurrentClient client) {
        Optional<String> named = call.header("Dargah-Purpose");
        if (named.isPresent()) {
            return named.flatMap(Purpose::parse).orElse(UNSTATED);
        }
        List<Purpose> held =
                rights.ofClient(client.id()).stream()
                        .filter(right -> right.registry().equals(call.registry()))
                        .map(AccessRight::purpose)
                        .distinct()
                        .toList();
        return held.size() == 1 ? held.getFirst() : UNSTATED;
    }

    private static Organisation organisation(InquiryId id, Call call, CurrentClient client) {
        return new Organisation(
                id,
                client.id(),
                Manner.RECORD,
                call.id(),
                call.header("X-Road-Issue").orElse(null),
                call.header("X-Road-UserId").orElse(null),
                call.header("Dargah-User-Role").orElse(null));
    }
}
