package org.dargah.inquiries.xroad;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.evidence.NotKept;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Carried;
import org.dargah.exchange.Exchange;
import org.dargah.exchange.Failure;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Organisation;
import org.dargah.exchange.Refusal;
import org.dargah.exchange.Rights;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.Proof;
import org.dargah.inquiries.Askers;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** X-Road's messages: who speaks must be who it says, then the exchange decides and carries. */
@Controller
class MessagesController {

    static final String ADDRESSES = "/r1/**";

    /** In the class of every public body. */
    private static final Purpose UNSTATED = new Purpose("unstated");

    private static final int LONGEST = 1_000;

    private final Exchange exchange;
    private final Rights rights;
    private final Askers askers;
    private final Metadata metadata;
    private final Members members;
    private final Faults faults;

    MessagesController(
            Exchange exchange,
            Rights rights,
            Askers askers,
            Metadata metadata,
            Members members,
            Faults faults) {
        this.exchange = exchange;
        this.rights = rights;
        this.askers = askers;
        this.metadata = metadata;
        this.members = members;
        this.faults = faults;
    }

    @RequestMapping(ADDRESSES)
    void message(
            HttpServletRequest request,
            HttpServletResponse response,
            CurrentClient client,
            Proof proof)
            throws IOException {
        Optional<Call> read =
                Call.read(request).filter(call -> !tooLong(call) && party(call).isPresent());
        if (read.isEmpty()) {
            turnAway(Refusal.NOT_OF_PROTOCOL, "", null, client, response);
            return;
        }
        Call call = read.get();
        if (!call.client().equals(Members.of(client))) {
            turnAway(
                    Refusal.FOREIGN_CLIENT,
                    "The header X-Road-Client names another than " + Members.of(client),
                    call,
                    client,
                    response);
        } else if (!isForUs(request)) {
            turnAway(
                    Refusal.WRONG_SERVER,
                    "Invalid security server, expected " + members.server(),
                    call,
                    client,
                    response);
        } else if (!metadata.answer(call, client, response)) {
            carry(call, client, proof, response);
        }
    }

    /** Without the header any server may answer. */
    private boolean isForUs(HttpServletRequest request) {
        return Collections.list(request.getHeaders("X-Road-Security-Server")).stream()
                .allMatch(
                        named ->
                                Identifier.parse(named.strip(), 4)
                                        .filter(members.server()::equals)
                                        .isPresent());
    }

    /** Whoever proved who they are leaves evidence even of what was no question. */
    private void turnAway(
            Refusal reason,
            String message,
            @Nullable Call call,
            CurrentClient client,
            HttpServletResponse response)
            throws IOException {
        try {
            exchange.turnAway(
                    reason,
                    call == null ? "" : call.registry(),
                    askers.caller(client, UNSTATED),
                    new Organisation(
                            askers.next(),
                            client.id(),
                            Manner.RECORD,
                            call == null ? null : call.id(),
                            null,
                            null,
                            null,
                            null));
            faults.write(
                    response,
                    Fault.of(reason),
                    message.isEmpty()
                            ? "Not a request of the X-Road Message Protocol for REST (r1)"
                            : message);
        } catch (NotKept unkept) {
            faults.write(response, Fault.LOGGING_FAILED, "No evidence could be kept: no answer");
        }
    }

    /**
     * On whose behalf, as {@code class/code} or {@code code} (PR-THIRDPARTY); an empty text when on
     * nobody's, and nothing when the header cannot be read in one way only.
     */
    private static Optional<String> party(Call call) {
        List<String> named =
                call.headers().stream()
                        .filter(it -> it.getKey().equalsIgnoreCase("X-Road-Represented-Party"))
                        .map(Map.Entry::getValue)
                        .toList();
        if (named.isEmpty()) {
            return Optional.of("");
        }
        return Optional.of(named.getFirst().strip())
                .filter(it -> named.size() == 1)
                .flatMap(it -> Identifier.parse(it, 2).or(() -> Identifier.parse(it, 1)))
                .map(it -> String.join("/", it.parts()));
    }

    private static boolean tooLong(Call call) {
        return call.headers().stream()
                .filter(header -> header.getKey().regionMatches(true, 0, "X-Road-", 0, 7))
                .anyMatch(header -> header.getValue().length() > LONGEST);
    }

    private void carry(Call call, CurrentClient client, Proof proof, HttpServletResponse response)
            throws IOException {
        if (!metadata.isProvided(call.service())) {
            turnAway(
                    Refusal.UNKNOWN_REGISTRY,
                    "Unknown service: " + call.service(),
                    call,
                    client,
                    response);
            return;
        }
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
                rights.usableBy(client.id(), client.agency()).stream()
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
                call.header("Dargah-User-Role").orElse(null),
                party(call).filter(it -> !it.isEmpty()).orElse(null));
    }
}
