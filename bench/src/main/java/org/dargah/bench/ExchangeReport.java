package org.dargah.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the bench of the exchange says on the terminal, in the order in which it is learnt. */
final class ExchangeReport {

    private final Report report = new Report();
    private final List<Measured> exchange = new ArrayList<>();
    private final List<Measured> nginx = new ArrayList<>();

    void machine() throws IOException {
        report.machine();
        IO.println(
                String.format(
                        Locale.ROOT,
                        "pinned       program, database, upstream, nginx and clients share"
                                + " processors %s",
                        Companion.processors()));
    }

    void warmUp(String question, Load.Outcome warm, double compiling) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "warm-up      %s: %d answered in %.0f s (%d errors), %.0f%% of the"
                                + " program's time spent compiling; not counted",
                        question,
                        warm.accepted(),
                        warm.seconds(),
                        warm.errors(),
                        100 * compiling));
    }

    void exchange(Measured measured) {
        exchange.add(measured);
        round("exchange", exchange.size(), measured.outcome());
    }

    void nginx(Measured measured) {
        nginx.add(measured);
        round("nginx", nginx.size(), measured.outcome());
    }

    private static void round(String who, int round, Load.Outcome outcome) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "round %d      %s %.0f/s; %d errors",
                        round,
                        who,
                        outcome.rate(),
                        outcome.errors()));
    }

    void profile(List<String> lines) {
        report.profile(lines);
    }

    /** All rounds together. */
    void kept(int connections) {
        Measured ours = exchange.stream().reduce(Measured::and).orElseThrow();
        Measured theirs = nginx.stream().reduce(Measured::and).orElseThrow();
        whole("exchange", connections, ours);
        whole("nginx", connections, theirs);
        IO.println(
                String.format(
                        Locale.ROOT, "kept %.2f", ours.outcome().rate() / theirs.outcome().rate()));
        IO.println(
                String.format(
                        Locale.ROOT,
                        "             by processor time of all processes together, %.3f to %.3f ms,"
                                + " whatever else ran: %.2f",
                        ours.cost(),
                        theirs.cost(),
                        theirs.cost() / ours.cost()));
    }

    private static void whole(String who, int connections, Measured measured) {
        Load.Outcome outcome = measured.outcome();
        IO.println(
                String.format(
                        Locale.ROOT,
                        "%-12s closed loop, %d connections, mutual TLS, %.0f s: %.0f requests/s;"
                                + " p50 %.1f, p95 %.1f, p99 %.1f, most %.0f ms; %d errors",
                        who,
                        connections,
                        outcome.seconds(),
                        outcome.rate(),
                        outcome.millis(50),
                        outcome.millis(95),
                        outcome.millis(99),
                        outcome.most(),
                        outcome.errors()));
        Report.cpu(measured.spent(), outcome.accepted(), "request");
    }

    void evidence(long records) {
        long answers = exchange.stream().mapToLong(one -> one.outcome().accepted()).sum();
        IO.println(
                String.format(
                        Locale.ROOT,
                        "evidence     %d answers counted, %d records left by them",
                        answers,
                        records));
    }

    void match(int aSecond, Measured measured) {
        Load.Outcome outcome = measured.outcome();
        IO.println(
                String.format(
                        Locale.ROOT,
                        "match        open loop, %d/s offered over %d people: %.0f answered/s; p50"
                            + " %.1f, p95 %.1f, p99 %.1f, most %.0f ms from when each was due; %d"
                            + " errors",
                        aSecond,
                        People.COUNT,
                        outcome.rate(),
                        outcome.millis(50),
                        outcome.millis(95),
                        outcome.millis(99),
                        outcome.most(),
                        outcome.errors()));
        Report.cpu(measured.spent(), outcome.accepted(), "match");
    }
}
