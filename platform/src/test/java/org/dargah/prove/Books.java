package org.dargah.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The provider's books beside Dargah's. */
final class Books {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private final Running program;

    Books(Running program) {
        this.program = program;
    }

    /** Money that the provider has taken. */
    record Taken(UUID payment, long amount, String reference, Instant at) {}

    /** What it became here, and when Dargah knew of it. */
    record Settled(Taken money, Instant at) {

        /** Taken before the kill, known after it. */
        boolean straddles(Instant kill) {
            return money.at().isBefore(kill) && at.isAfter(kill);
        }
    }

    List<Taken> taken() throws IOException, SQLException {
        var all = new ArrayList<Taken>();
        try (Connection provider = program.provider();
                var query = provider.createStatement();
                var rows =
                        query.executeQuery(
                                """
                                select id, amount, reference, paid_at from sandbox.payment
                                where state in ('paid', 'refunded')
                                """)) {
            while (rows.next()) {
                all.add(
                        new Taken(
                                UUID.fromString(rows.getString(1)),
                                rows.getLong(2),
                                rows.getString(3),
                                moment(rows, 4)));
            }
        }
        return all;
    }

    private static Instant moment(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    int refunds() throws IOException, SQLException {
        try (Connection provider = program.provider();
                var query = provider.createStatement();
                var rows = query.executeQuery("select count(*) from sandbox.refund")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Waits until Dargah knows of all that was taken. */
    void awaitKnown(List<Taken> taken) throws Exception {
        long until = System.nanoTime() + PATIENCE;
        for (int left = unknown(taken); left > 0; left = unknown(taken)) {
            assertThat(System.nanoTime())
                    .as("%s payments are paid at the provider and unknown here", left)
                    .isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private int unknown(List<Taken> taken) throws IOException, SQLException {
        try (Connection database = program.database();
                var query =
                        database.prepareStatement(
                                """
                                select count(*) from payments.payment
                                where province = 'IR-08' and id = any (?) and state = 'settled'
                                """)) {
            query.setArray(
                    1,
                    database.createArrayOf("uuid", taken.stream().map(Taken::payment).toArray()));
            try (var rows = query.executeQuery()) {
                rows.next();
                return taken.size() - rows.getInt(1);
            }
        }
    }

    /** What was taken made one submitted case, once in every book, and no case was paid twice. */
    Map<String, Settled> compare(List<Taken> taken) throws IOException, SQLException {
        var cases = new HashMap<String, Settled>();
        try (Connection database = program.database();
                var query =
                        database.prepareStatement(
                                """
                                select p.reference, c.tracking, c.submitted_at is not null,
                                    (select count(*) from cases.case_file f
                                        where f.province = p.province and f.payment = p.id),
                                    (select count(*) from acts.act a where a.province = p.province
                                        and a.case_id = p.case_id and a.act = 'PAYMENT_SETTLED'),
                                    (select count(*) from acts.act a where a.province = p.province
                                        and a.case_id = p.case_id and a.act = 'CASE_SUBMITTED'),
                                    (select sum(amount) from payments.ledger l
                                        where l.province = p.province and l.payment_id = p.id
                                        and l.side = 'debit'),
                                    (select sum(amount) from payments.ledger l
                                        where l.province = p.province and l.payment_id = p.id
                                        and l.side = 'credit'),
                                    (select min(at) from acts.act a where a.province = p.province
                                        and a.case_id = p.case_id and a.act = 'PAYMENT_SETTLED')
                                from payments.payment p
                                join cases.case_file c on c.province = p.province and c.id = p.case_id
                                where p.province = 'IR-08' and p.id = ?
                                """)) {
            for (Taken money : taken) {
                query.setObject(1, money.payment());
                try (var rows = query.executeQuery()) {
                    assertThat(rows.next()).as("a case of %s", money).isTrue();
                    assertThat(rows.getString(1)).as("reference").isEqualTo(money.reference());
                    assertThat(rows.getBoolean(3)).as("submitted by %s", money).isTrue();
                    assertThat(rows.getInt(4)).as("cases of %s", money).isEqualTo(1);
                    assertThat(rows.getInt(5)).as("settlements of %s", money).isEqualTo(1);
                    assertThat(rows.getInt(6)).as("submissions by %s", money).isEqualTo(1);
                    assertThat(rows.getLong(7)).as("debit of %s", money).isEqualTo(money.amount());
                    assertThat(rows.getLong(8)).as("credit of %s", money).isEqualTo(money.amount());
                    Settled before =
                            cases.put(rows.getString(2), new Settled(money, moment(rows, 9)));
                    assertThat(before).as("%s was paid for by %s too", money, before).isNull();
                }
            }
        }
        return cases;
    }
}
