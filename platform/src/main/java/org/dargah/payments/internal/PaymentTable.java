package org.dargah.payments.internal;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Rial;
import org.dargah.payments.Failing;
import org.dargah.payments.Fee;
import org.dargah.payments.Payment;
import org.dargah.payments.PaymentRequest;
import org.dargah.payments.PaymentState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of payments and their fees. */
@Repository
public class PaymentTable {

    /**
     * A payment with what stays in this module: its purpose and the way to the provider.
     *
     * @param announced whether the house was told that it is settled
     */
    public record Row(
            Payment payment, Purpose purpose, Provider.@Nullable Room room, boolean announced) {}

    private final JdbcClient jdbc;

    PaymentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this attempt stands there already. */
    boolean insert(PaymentId id, PaymentRequest wanted, int attempt, Instant now, Instant check) {
        CaseId caseId = wanted.caller().caseId();
        int inserted =
                jdbc.sql(
                                """
                                insert into payments.payment (province, id, key, attempt, state,
                                    case_id, payer, office, purpose, description, amount, return_to,
                                    asked_at, next_check)
                                values (:province, :id, :key, :attempt, 'asked',
                                    :caseId, :payer, :office, :purpose, :description, :amount,
                                    :returnTo, :now, :check)
                                on conflict (province, key, attempt) do nothing
                                """)
                        .param("province", wanted.province().code())
                        .param("id", id.value())
                        .param("key", wanted.key())
                        .param("attempt", attempt)
                        .param("caseId", caseId == null ? null : caseId.value())
                        .param("payer", wanted.payer().value())
                        .param("office", wanted.caller().agency().value())
                        .param("purpose", wanted.caller().purpose().code())
                        .param("description", wanted.description())
                        .param("amount", wanted.amount().amount())
                        .param("returnTo", wanted.returnTo())
                        .param("now", utc(now))
                        .param("check", utc(check))
                        .update();
        if (inserted == 1) {
            insertFees(id, wanted);
        }
        return inserted == 1;
    }

    private void insertFees(PaymentId id, PaymentRequest wanted) {
        for (int line = 0; line < wanted.fees().size(); line++) {
            Fee fee = wanted.fees().get(line);
            jdbc.sql(
                            """
                            insert into payments.fee (province, payment_id, line, agency, title,
                                amount)
                            values (:province, :id, :line, :agency, :title, :amount)
                            """)
                    .param("province", wanted.province().code())
                    .param("id", id.value())
                    .param("line", line + 1)
                    .param("agency", fee.agency().value())
                    .param("title", fee.title())
                    .param("amount", fee.amount().amount())
                    .update();
        }
    }

    /** All attempts of a key are held until the transaction ends, so that only one is settled. */
    void lock(Province province, String key) {
        jdbc.sql(
                        """
                        select id from payments.payment
                        where province = :province and key = :key
                        order by attempt for update
                        """)
                .param("province", province.code())
                .param("key", key)
                .query(UUID.class)
                .list();
    }

    /** The attempts of a key, the latest first. */
    public List<Row> ofKey(Province province, String key) {
        return query(province, "key = :wanted order by attempt desc", key);
    }

    public Optional<Row> find(Province province, PaymentId id) {
        return query(province, "id = :wanted", id.value()).stream().findFirst();
    }

    public Optional<Row> ofToken(Province province, String token) {
        return query(province, "token = :wanted", token).stream().findFirst();
    }

    public List<Row> ofCase(Province province, CaseId caseId) {
        return query(province, "case_id = :wanted order by id", caseId.value());
    }

    private List<Row> query(Province province, String condition, Object wanted) {
        return jdbc.sql(COLUMNS + " where p.province = :province and p." + condition)
                .param("province", province.code())
                .param("wanted", wanted)
                .query(PaymentTable::row)
                .list();
    }

    void invited(Payment payment, Provider.Room room) {
        jdbc.sql(
                        """
                        update payments.payment
                        set state = 'waiting', token = :token, redirect = :redirect
                        where province = :province and id = :id and state = 'asked'
                        """)
                .param("token", room.token())
                .param("redirect", room.redirect().toString())
                .param("province", payment.province().code())
                .param("id", payment.id().value())
                .update();
    }

    void settled(Payment payment, String reference, Instant paidAt, boolean announced) {
        allow(payment, PaymentState.SETTLED);
        jdbc.sql(
                        """
                        update payments.payment
                        set state = 'settled', reference = :reference, paid_at = :paidAt,
                            announced = :announced, failing = null, next_check = null
                        where province = :province and id = :id
                        """)
                .param("announced", announced)
                .param("reference", reference)
                .param("paidAt", utc(paidAt))
                .param("province", payment.province().code())
                .param("id", payment.id().value())
                .update();
    }

    void failed(Payment payment, Failing failing) {
        allow(payment, PaymentState.FAILED);
        jdbc.sql(
                        """
                        update payments.payment
                        set state = 'failed', failing = :failing, next_check = null
                        where province = :province and id = :id
                        """)
                .param("failing", failing.code())
                .param("province", payment.province().code())
                .param("id", payment.id().value())
                .update();
    }

    /** From settled to refunding, and on to refunded or back. */
    void move(Payment payment, PaymentState next, @Nullable Instant check) {
        allow(payment, next);
        jdbc.sql(
                        """
                        update payments.payment set state = :state, next_check = :check
                        where province = :province and id = :id
                        """)
                .param("state", next.code())
                .param("check", check == null ? null : utc(check))
                .param("province", payment.province().code())
                .param("id", payment.id().value())
                .update();
    }

    private static void allow(Payment payment, PaymentState next) {
        if (!payment.state().leadsTo(next)) {
            throw new IllegalStateException(payment + " does not lead to " + next.code());
        }
    }

    /**
     * Takes payments about which the provider is to be asked, and puts each off, the longer the
     * older it is, ten minutes at most: whoever dies with them in hand leaves them to a later
     * round.
     */
    List<PaymentId> takeDue(Province province, Instant now, Duration recheck, int most) {
        return jdbc.sql(
                        """
                        update payments.payment
                        set next_check = cast(:now as timestamptz) + greatest(
                            :recheck * interval '1 second',
                            least((cast(:now as timestamptz) - asked_at) / 10, interval '10 minutes'))
                        where province = :province and id in (
                            select id from payments.payment
                            where province = :province and next_check <= cast(:now as timestamptz)
                            order by next_check
                            limit :most
                            for update skip locked)
                        returning id
                        """)
                .param("province", province.code())
                .param("now", utc(now))
                .param("recheck", recheck.toSeconds())
                .param("most", most)
                .query((row, number) -> new PaymentId(row.getObject("id", UUID.class)))
                .list();
    }

    private static final String COLUMNS =
            """
            select p.*,
                array(select f.agency from payments.fee f where f.province = p.province
                    and f.payment_id = p.id order by f.line) as agencies,
                array(select f.title from payments.fee f where f.province = p.province
                    and f.payment_id = p.id order by f.line) as titles,
                array(select f.amount from payments.fee f where f.province = p.province
                    and f.payment_id = p.id order by f.line) as amounts
            from payments.payment p
            """;

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        String failing = row.getString("failing");
        OffsetDateTime paidAt = row.getObject("paid_at", OffsetDateTime.class);
        Payment payment =
                new Payment(
                        new Province(row.getString("province")),
                        new PaymentId(row.getObject("id", UUID.class)),
                        row.getString("key"),
                        row.getInt("attempt"),
                        PaymentState.of(row.getString("state")),
                        caseId == null ? null : new CaseId(caseId),
                        new PersonId(row.getObject("payer", UUID.class)),
                        new AgencyCode(row.getString("office")),
                        row.getString("description"),
                        fees(row),
                        row.getString("return_to"),
                        failing == null ? null : Failing.of(failing),
                        row.getString("reference"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        paidAt == null ? null : paidAt.toInstant());
        return new Row(
                payment,
                new Purpose(row.getString("purpose")),
                room(row),
                row.getBoolean("announced"));
    }

    private static List<Fee> fees(ResultSet row) throws SQLException {
        String[] agencies = (String[]) row.getArray("agencies").getArray();
        String[] titles = (String[]) row.getArray("titles").getArray();
        Long[] amounts = (Long[]) row.getArray("amounts").getArray();
        List<Fee> fees = new java.util.ArrayList<>();
        for (int i = 0; i < agencies.length; i++) {
            fees.add(new Fee(new AgencyCode(agencies[i]), titles[i], new Rial(amounts[i])));
        }
        return fees;
    }

    private static Provider.@Nullable Room room(ResultSet row) throws SQLException {
        String token = row.getString("token");
        return token == null
                ? null
                : new Provider.Room(token, URI.create(row.getString("redirect")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
