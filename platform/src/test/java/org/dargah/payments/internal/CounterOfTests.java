package org.dargah.payments.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.RecordedAct;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Caller;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Rial;
import org.dargah.kernel.TravellingClock;
import org.dargah.payments.Confirmation;
import org.dargah.payments.Fee;
import org.dargah.payments.Invitation;
import org.dargah.payments.Payment;
import org.dargah.payments.PaymentRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A payment counter in a province of its own, where the running program's rounds do not go, before
 * the sandbox's provider.
 */
final class CounterOfTests implements AutoCloseable {

    static final Province ELSEWHERE = new Province("IR-98");
    static final Duration PATIENCE = Duration.ofHours(24);

    final TravellingClock clock = new TravellingClock();
    final CaseId caseId = CaseId.next(clock);
    final List<Object> news = new ArrayList<>();
    final PaymentTable table;
    final Cashier cashier;
    final Provider provider;
    final Teller teller;
    final Reconciliation rounds;

    private final PersonId payer = PersonId.next(clock);
    private final Wire wire;
    private final URI sandbox;
    private final Acts acts;
    private final JdbcClient jdbc;
    private final HttpClient browser = HttpClient.newHttpClient();

    CounterOfTests(
            URI sandbox,
            PaymentTable table,
            Ledger ledger,
            Acts acts,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.sandbox = sandbox;
        this.table = table;
        this.acts = acts;
        this.jdbc = jdbc;
        this.wire = new Wire(sandbox, Duration.ofSeconds(2));
        this.cashier =
                new Cashier(
                        table, ledger, acts, news::add, transaction, Duration.ofMinutes(1), clock);
        this.provider = new Provider(wire, "/payments/callback");
        this.teller = new Teller(cashier, provider, PATIENCE, clock);
        this.rounds = new Reconciliation(ELSEWHERE, table, cashier, teller);
    }

    PaymentRequest wanted(long... amounts) {
        List<Fee> fees = new ArrayList<>();
        for (long amount : amounts) {
            fees.add(
                    new Fee(
                            new AgencyCode("asnaf-" + fees.size()),
                            "کارمزد صدور",
                            new Rial(amount)));
        }
        return new PaymentRequest(
                ELSEWHERE, "fee-" + caseId, caller(), payer, "صدور پروانهٔ کسب", fees, "/cases/1");
    }

    Caller caller() {
        return new Caller(
                new AgencyCode("asnaf"),
                new Actor(Actor.Kind.CITIZEN, payer.toString(), "متقاضی"),
                Channel.PORTAL,
                new Purpose("application"),
                caseId,
                null);
    }

    Payment invite(long... amounts) {
        return payment(teller.invite(wanted(amounts)));
    }

    static Payment payment(Invitation invitation) {
        return switch (invitation) {
            case Invitation.Pay(Payment payment, URI _) -> payment;
            case Invitation.AlreadyPaid(Payment payment) -> payment;
            case Invitation.Unavailable(Payment payment) -> payment;
        };
    }

    PaymentTable.Row row(Payment payment) {
        return table.find(ELSEWHERE, payment.id()).orElseThrow();
    }

    Payment now(Payment payment) {
        return row(payment).payment();
    }

    Confirmation callback(Payment payment) {
        return teller.confirm(row(payment));
    }

    String token(Payment payment) {
        Provider.Room room = row(payment).room();
        if (room == null) {
            throw new AssertionError("No token");
        }
        return room.token();
    }

    /** What the payer does at the provider: payment, cancellation or silent-payment. */
    void atTheProvider(Payment payment, String deed) {
        send("POST", "/sandbox/pay/" + token(payment) + "/" + deed, "");
    }

    /** A room at the provider that our own table knows nothing of. */
    Provider.Room room(PaymentId id, long amount) {
        return switch (provider.request(id, new Rial(amount), "صدور پروانهٔ کسب")) {
            case Word.Said(Provider.Room room) -> room;
            case Word.Refused(String problem) -> throw new AssertionError(problem);
            case Word.Silent(String reason) -> throw new AssertionError(reason);
        };
    }

    void payIn(Provider.Room room) {
        send("POST", room.redirect() + "/silent-payment", "");
    }

    void fault(String fault) {
        send("PUT", "/control/pay", "{\"fault\": \"" + fault + "\"}");
    }

    void later(Duration time) {
        clock.travelTo(clock.instant().plus(time));
    }

    List<Act> acts() {
        return acts.ofCase(ELSEWHERE, caseId).reversed().stream().map(RecordedAct::act).toList();
    }

    int postings(Payment payment) {
        return jdbc.sql(
                        """
                        select count(*) from payments.ledger
                        where province = 'IR-98' and payment_id = :id
                        """)
                .param("id", payment.id().value())
                .query(Integer.class)
                .single();
    }

    /** Zero when every posting balances. */
    long imbalance(UUID payment) {
        return jdbc.sql(
                        """
                        select sum(case side when 'debit' then amount else -amount end)
                        from payments.ledger where province = 'IR-98' and payment_id = :id
                        """)
                .param("id", payment)
                .query(Long.class)
                .single();
    }

    private void send(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(sandbox.resolve(path))
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<Void> answer = browser.send(request, BodyHandlers.discarding());
            if (answer.statusCode() >= 400) {
                throw new AssertionError(path + " answered " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        fault("none");
        wire.close();
        browser.close();
        jdbc.sql("delete from payments.fee where province = 'IR-98'").update();
        jdbc.sql("delete from payments.payment where province = 'IR-98'").update();
    }
}
