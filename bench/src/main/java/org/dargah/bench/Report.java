package org.dargah.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said on the terminal, in the order in which it is learnt. */
final class Report {

    private double rate;

    /** What the program took a second under closed load. */
    double rate() {
        return rate;
    }

    void machine() throws IOException {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "machine      %d cores, %d MiB, load before %s",
                        Runtime.getRuntime().availableProcessors(),
                        memoryMib(),
                        Files.readString(Path.of("/proc/loadavg")).substring(0, 14)));
    }

    private static long memoryMib() throws IOException {
        String total = Files.readAllLines(Path.of("/proc/meminfo")).getFirst();
        return Long.parseLong(total.replaceAll("[^0-9]", "")) / 1024;
    }

    void warmUp(int round, Load.Outcome warm, double compiling) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "warm-up %d    %d applications taken in %.0f s (%d refused), the JIT"
                                + " compiler took %.0f %% of the program's time; not counted",
                        round,
                        warm.accepted(),
                        warm.seconds(),
                        warm.errors(),
                        compiling * 100));
    }

    void waited(double seconds, long open) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "             %.0f s until all but %d were decided; not counted",
                        seconds,
                        open));
    }

    void load(int connections, Load.Outcome load, long decided, Cpu spent) {
        rate = load.rate();
        IO.println(
                String.format(
                        Locale.ROOT,
                        "submit       closed loop, %d connections, %.0f s: %.0f accepted/s; p50"
                                + " %.0f, p95 %.0f, p99 %.0f, most %.0f ms; %d errors",
                        connections,
                        load.seconds(),
                        load.rate(),
                        load.millis(50),
                        load.millis(95),
                        load.millis(99),
                        load.most(),
                        load.errors()));
        IO.println(
                String.format(
                        Locale.ROOT,
                        "             meanwhile decided: %.1f/s",
                        decided / load.seconds()));
        cpu(spent, load.accepted(), "accepted");
    }

    void drain(long decided, double seconds, long left, Cpu spent) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "drain        %d decided in %.0f s: %.1f/s; %d left",
                        decided,
                        seconds,
                        decided / Math.max(seconds, 0.001),
                        left));
        cpu(spent, Math.max(1, decided), "decided");
    }

    void steady(double aSecond, Load.Outcome steady) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "steady       open loop, %.0f/s offered: %.0f accepted/s; p50 %.0f, p95"
                                + " %.0f, p99 %.0f, most %.0f ms from when each was due; %d errors",
                        aSecond,
                        steady.rate(),
                        steady.millis(50),
                        steady.millis(95),
                        steady.millis(99),
                        steady.most(),
                        steady.errors()));
    }

    void bare(String shape, int connections, Load.Outcome bare, Cpu spent) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "bare SQL     the same rows %s, %d connections, program held still: %.0f/s;"
                                + " p50 %.1f, p95 %.1f, p99 %.1f ms; %d errors",
                        shape,
                        connections,
                        bare.rate(),
                        bare.millis(50),
                        bare.millis(95),
                        bare.millis(99),
                        bare.errors()));
        cpu(spent, Math.round(bare.rate() * spent.seconds()), "written");
        IO.println(String.format(Locale.ROOT, "ratio %.2f", rate / bare.rate()));
    }

    static void cpu(Cpu spent, long cases, String unit) {
        var beside = new StringBuilder();
        spent.beside()
                .forEach(
                        (name, s) ->
                                beside.append(
                                        String.format(
                                                Locale.ROOT, ", %s %.3f", name, 1000 * s / cases)));
        IO.println(
                String.format(
                        Locale.ROOT,
                        "             CPU ms for each %s: program %.2f, postgres %.2f, sandbox"
                                + " %.2f, bench %.2f%s; of the machine %.0f%% busy, %.0f%% by"
                                + " others",
                        unit,
                        1000 * spent.program() / cases,
                        1000 * spent.postgres() / cases,
                        1000 * spent.sandbox() / cases,
                        1000 * spent.bench() / cases,
                        beside,
                        share(spent.machine(), spent),
                        share(spent.others(), spent)));
        var threads = new StringBuilder("             program's threads, ms each:");
        spent.threads().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .filter(kind -> kind.getValue() * 1000 / cases >= 0.01)
                .forEach(
                        kind ->
                                threads.append(' ')
                                        .append(kind.getKey())
                                        .append(' ')
                                        .append("%.2f;".formatted(1000 * kind.getValue() / cases)));
        IO.println(String.format(Locale.ROOT, "%s", threads));
    }

    private static double share(double seconds, Cpu spent) {
        return 100 * seconds / (spent.seconds() * Runtime.getRuntime().availableProcessors());
    }

    void profile(List<String> lines) {
        lines.forEach(line -> IO.println(String.format(Locale.ROOT, "             %s", line)));
    }
}
