package org.dargah.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor time used so far, in seconds, from Linux's /proc.
 *
 * @param postgres all its processes, those that have ended included
 * @param threads of the program, by what they are for
 * @param beside what else the bench has started, by name
 * @param machine everything that ran on it
 */
record Cpu(
        long nanos,
        double program,
        double postgres,
        double sandbox,
        double bench,
        Map<String, Double> beside,
        Map<String, Double> threads,
        double machine) {

    /** What the kernel counts in; 100 on every Linux of today. */
    private static final double TICKS = 100;

    static Cpu now(Running running) throws IOException {
        return now(running, Map.of());
    }

    static Cpu now(Running running, Map<String, ProcessHandle> beside) throws IOException {
        var others = new TreeMap<String, Double>();
        for (Map.Entry<String, ProcessHandle> one : beside.entrySet()) {
            others.put(one.getKey(), withChildren(one.getValue().pid()));
        }
        return new Cpu(
                System.nanoTime(),
                own(process(running.programPid())),
                withChildren(running.postgresPid()),
                own(process(running.sandboxPid())),
                own(process(ProcessHandle.current().pid())),
                others,
                threads(running.programPid()),
                busy());
    }

    /** What was used since then. */
    Cpu since(Cpu before) {
        return new Cpu(
                nanos - before.nanos,
                program - before.program,
                postgres - before.postgres,
                sandbox - before.sandbox,
                bench - before.bench,
                since(beside, before.beside),
                since(threads, before.threads),
                machine - before.machine);
    }

    private static Map<String, Double> since(Map<String, Double> now, Map<String, Double> before) {
        var spent = new TreeMap<String, Double>();
        now.forEach((name, s) -> spent.put(name, s - before.getOrDefault(name, 0.0)));
        return spent;
    }

    /** Of both together. */
    Cpu and(Cpu other) {
        return new Cpu(
                nanos + other.nanos,
                program + other.program,
                postgres + other.postgres,
                sandbox + other.sandbox,
                bench + other.bench,
                sum(beside, other.beside),
                sum(threads, other.threads),
                machine + other.machine);
    }

    private static Map<String, Double> sum(Map<String, Double> one, Map<String, Double> other) {
        var sum = new TreeMap<>(one);
        other.forEach((name, s) -> sum.merge(name, s, Double::sum));
        return sum;
    }

    /** The JIT compiler's share of the program's time. */
    double compiling() {
        return program == 0 ? 0 : threads.getOrDefault("compiling", 0.0) / program;
    }

    double seconds() {
        return nanos / 1e9;
    }

    /** Processes that are none of ours. */
    double others() {
        return Math.max(0, machine - ours());
    }

    /** The program with all that belongs to it, and the bench with all that it started. */
    double ours() {
        double known = beside.values().stream().mapToDouble(Double::doubleValue).sum();
        return program + postgres + sandbox + bench + known;
    }

    private static Path process(long pid) {
        return Path.of("/proc", "" + pid);
    }

    private static double own(Path folder) throws IOException {
        String[] fields = stat(folder);
        return seconds(fields[0], fields[1]);
    }

    private static double withChildren(long parent) throws IOException {
        String[] fields = stat(process(parent));
        double sum = seconds(fields) + own(process(parent));
        for (ProcessHandle child : ProcessHandle.of(parent).orElseThrow().children().toList()) {
            try {
                sum += own(process(child.pid()));
            } catch (NoSuchFileException endedMeanwhile) {
                // Its time is the parent's by now, and counts with the next look.
            }
        }
        return sum;
    }

    private static double seconds(String... fields) {
        return (fields.length == 2
                        ? Long.parseLong(fields[0]) + Long.parseLong(fields[1])
                        : Long.parseLong(fields[2]) + Long.parseLong(fields[3]))
                / TICKS;
    }

    /** From the field utime on: user, system, and the same of children that have ended. */
    private static String[] stat(Path folder) throws IOException {
        String line = Files.readString(folder.resolve("stat"));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", 16);
        return new String[] {fields[11], fields[12], fields[13], fields[14]};
    }

    private static Map<String, Double> threads(long pid) throws IOException {
        var kinds = new TreeMap<String, Double>();
        try (Stream<Path> tasks = Files.list(process(pid).resolve("task"))) {
            for (Path task : tasks.toList()) {
                try {
                    String name = Files.readString(task.resolve("comm")).strip();
                    kinds.merge(kind(name), own(task), Double::sum);
                } catch (NoSuchFileException endedMeanwhile) {
                    // A thread that is gone did little.
                }
            }
        }
        return kinds;
    }

    private static String kind(String name) {
        if (name.startsWith("C1 ") || name.startsWith("C2 ")) {
            return "compiling";
        }
        if (name.startsWith("ForkJoinPool") || name.startsWith("VirtualThread")) {
            return "requests, courier";
        }
        if (name.startsWith("evidence")) {
            return "evidence";
        }
        if (name.startsWith("exchange-watch")) {
            return "registries' connections";
        }
        if (name.startsWith("case-job")) {
            return "engine's jobs";
        }
        if (name.startsWith("news")) {
            return "listeners";
        }
        if (name.startsWith("VM Thread") || name.startsWith("GC ") || name.startsWith("G1 ")) {
            return "garbage";
        }
        return name.startsWith("tomcat") || name.startsWith("http") ? "connections" : "other";
    }

    private static double busy() throws IOException {
        String[] all = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +", -1);
        double ticks = 0;
        for (int i = 1; i <= 8; i++) {
            boolean idle = i == 4 || i == 5;
            ticks += idle ? 0 : Long.parseLong(all[i]);
        }
        return ticks / TICKS;
    }
}
