package org.dargah.sandbox.pay;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dargah.sandbox.Database;

/** Where payments are kept; each change of state happens once. */
final class Till {
    private static final RandomGenerator RANDOM = new SecureRandom();

    /** A refund as it was made. */
    record Refund(String id, String reference, Instant refundedAt) {}

    private final Database database;
    private final Clock clock;

    Till(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The payment with this id, made now if there was none. */
    Payment open(String id, long amount, String callback, String description) throws SQLException {
        database.change(
                """
                insert into sandbox.payment (id, token, amount, callback, description, state)
                values (?, ?, ?, ?, ?, 'waiting') on conflict (id) do nothing
                """,
                id,
                token(),
                amount,
                callback,
                description);
        return find(id).orElseThrow();
    }

    Optional<Payment> find(String id) throws SQLException {
        return database.one("select * from sandbox.payment where id = ?", Till::payment, id);
    }

    Optional<Payment> byToken(String token) throws SQLException {
        return database.one("select * from sandbox.payment where token = ?", Till::payment, token);
    }

    void pay(String token) throws SQLException {
        database.change(
                """
                update sandbox.payment set state = 'paid', reference = ?, paid_at = ?
                 where token = ? and state = 'waiting'
                """,
                reference(),
                now(),
                token);
    }

    void cancel(String token) throws SQLException {
        database.change(
                "update sandbox.payment set state = 'cancelled' where token = ? and state ="
                        + " 'waiting'",
                token);
    }

    /** Empty when this payment cannot be refunded under this id. */
    Optional<Refund> refund(String refundId, Payment payment) throws SQLException {
        database.transaction(
                connection -> {
                    try (var insert =
                                    connection.prepareStatement(
                                            """
                                            insert into sandbox.refund
                                            select ?, id, ?, ? from sandbox.payment
                                             where id = ? and state = 'paid'
                                            on conflict do nothing
                                            """);
                            var update =
                                    connection.prepareStatement(
                                            """
                                            update sandbox.payment p set state = 'refunded'
                                             where p.id = ? and p.state = 'paid' and exists
                                                   (select from sandbox.refund r
                                                     where r.payment_id = p.id)
                                            """)) {
                        Database.bind(insert, refundId, reference(), now(), payment.id());
                        insert.executeUpdate();
                        Database.bind(update, payment.id());
                        return update.executeUpdate();
                    }
                });
        return database.one(
                "select * from sandbox.refund where id = ? and payment_id = ?",
                row ->
                        new Refund(
                                row.getString("id"),
                                row.getString("reference"),
                                row.getObject("refunded_at", OffsetDateTime.class).toInstant()),
                refundId,
                payment.id());
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static String token() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Twelve digits in groups, as on a receipt. */
    private static String reference() {
        return String.format(
                Locale.ROOT,
                "%04d-%04d-%04d",
                RANDOM.nextInt(10_000),
                RANDOM.nextInt(10_000),
                RANDOM.nextInt(10_000));
    }

    private static Payment payment(ResultSet row) throws SQLException {
        var paidAt = row.getObject("paid_at", OffsetDateTime.class);
        return new Payment(
                row.getString("id"),
                row.getString("token"),
                row.getLong("amount"),
                row.getString("callback"),
                row.getString("description"),
                Payment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reference"),
                paidAt == null ? null : paidAt.toInstant());
    }
}
