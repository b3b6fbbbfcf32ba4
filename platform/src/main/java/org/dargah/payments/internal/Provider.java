package org.dargah.payments.internal;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.Rial;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The payment provider, by the contract of sandbox/README.md. Every call is idempotent on its side,
 * so that each may be repeated after any accident.
 */
public final class Provider {

    /** Where a payer pays. */
    public record Room(String token, URI redirect) {}

    /** What the provider has on record. */
    public record Account(
            String id,
            String token,
            long amount,
            String state,
            @Nullable String reference,
            @Nullable Instant paidAt) {

        boolean isOf(PaymentId payment, Rial expected) {
            return id.equals(payment.toString()) && amount == expected.amount();
        }
    }

    private final Wire wire;
    private final String callback;

    Provider(Wire wire, String callback) {
        this.wire = wire;
        this.callback = callback;
    }

    public Word<Room> request(PaymentId id, Rial amount, String description) {
        return wire.post(
                "/pay/requests",
                Map.of(
                        "id",
                        id.toString(),
                        "amount",
                        amount.amount(),
                        "callback",
                        callback,
                        "description",
                        description),
                Provider::room);
    }

    /** By our own id, for payments whose token never reached us. */
    public Word<Account> look(PaymentId id) {
        return wire.get("/pay/requests/" + id, Provider::account);
    }

    public Word<Account> verify(String token, Rial amount) {
        return wire.post(
                "/pay/verify",
                Map.of("token", token, "amount", amount.amount()),
                Provider::account);
    }

    /** The refund has the payment's own id: one payment, one refund. */
    public Word<String> refund(PaymentId id, String token, Rial amount) {
        return wire.post(
                "/pay/refunds",
                Map.of("id", id.toString(), "token", token, "amount", amount.amount()),
                answer -> text(answer, "reference"));
    }

    private static Room room(JsonNode answer) {
        URI redirect = URI.create(text(answer, "redirect"));
        boolean web = "https".equals(redirect.getScheme()) || "http".equals(redirect.getScheme());
        boolean path = !redirect.isAbsolute() && redirect.getRawAuthority() == null;
        if (!web && !path) {
            throw new IllegalArgumentException("A redirect that leads nowhere");
        }
        return new Room(text(answer, "token"), redirect);
    }

    private static Account account(JsonNode answer) {
        return new Account(
                text(answer, "id"),
                text(answer, "token"),
                answer.path("amount").asLong(-1),
                text(answer, "state"),
                answer.path("reference").asStringOpt().orElse(null),
                answer.path("paidAt").asStringOpt().map(Provider::instant).orElse(null));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(JsonNode answer, String key) {
        return answer.path(key)
                .asStringOpt()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("The answer lacks " + key));
    }
}
