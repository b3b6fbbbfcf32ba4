package org.dargah.payments.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Rial;
import org.dargah.payments.Fee;
import org.dargah.payments.Income;
import org.dargah.payments.LedgerLine;
import org.dargah.payments.LedgerLine.Side;
import org.dargah.payments.Payment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Double entry: at settlement the provider owes what each agency is owed; a refund turns it. */
@Repository
public class Ledger {

    private static final String PROVIDER = "provider";
    private static final String AGENCY = "agency/";

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void settle(Payment payment, Instant now) {
        post(payment, "settlement", Side.DEBIT, Side.CREDIT, now);
    }

    void refund(Payment payment, Instant now) {
        post(payment, "refund", Side.CREDIT, Side.DEBIT, now);
    }

    private void post(
            Payment payment, String posting, Side ofProvider, Side ofAgencies, Instant now) {
        int line = 1;
        write(payment, posting, line++, PROVIDER, ofProvider, payment.amount(), now);
        for (Fee fee : payment.fees()) {
            String account = AGENCY + fee.agency().value();
            write(payment, posting, line++, account, ofAgencies, fee.amount(), now);
        }
    }

    private void write(
            Payment payment,
            String posting,
            int line,
            String account,
            Side side,
            Rial amount,
            Instant now) {
        jdbc.sql(
                        """
                        insert into payments.ledger (province, payment_id, posting, line, account,
                            side, amount, at)
                        values (:province, :payment, :posting, :line, :account, :side, :amount, :at)
                        """)
                .param("province", payment.province().code())
                .param("payment", payment.id().value())
                .param("posting", posting)
                .param("line", line)
                .param("account", account)
                .param("side", side.name().toLowerCase(Locale.ROOT))
                .param("amount", amount.amount())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<LedgerLine> of(Province province, PaymentId payment) {
        return jdbc.sql(
                        """
                        select posting, account, side, amount, at from payments.ledger
                        where province = :province and payment_id = :payment
                        order by at, posting desc, line
                        """)
                .param("province", province.code())
                .param("payment", payment.value())
                .query(Ledger::line)
                .list();
    }

    public List<Income> income(Province province, Instant from, Instant until) {
        return jdbc.sql(
                        """
                        select account,
                            coalesce(sum(amount) filter (where side = 'credit'), 0) as taken,
                            coalesce(sum(amount) filter (where side = 'debit'), 0) as returned
                        from payments.ledger
                        where province = :province and account like 'agency/%'
                            and at >= :from and at < :until
                        group by account
                        order by account
                        """)
                .param("province", province.code())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(
                        (row, number) ->
                                new Income(
                                        new AgencyCode(
                                                row.getString("account")
                                                        .substring(AGENCY.length())),
                                        new Rial(row.getLong("taken")),
                                        new Rial(row.getLong("returned"))))
                .list();
    }

    private static LedgerLine line(ResultSet row, int number) throws SQLException {
        return new LedgerLine(
                row.getString("posting"),
                row.getString("account"),
                Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                new Rial(row.getLong("amount")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
