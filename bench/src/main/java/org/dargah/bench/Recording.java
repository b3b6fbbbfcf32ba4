package org.dargah.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** A flight recording of the program's processor time by method, and its summary. */
final class Recording implements AutoCloseable {

    private static final String SAMPLE = "jdk.CPUTimeSample";
    private static final int SHOWN = 25;
    private static final int DEEPEST = 256;
    private static final String OURS = "org.dargah.";

    private final long pid;
    private final @Nullable Path file;

    private Recording(long pid, @Nullable Path file) {
        this.pid = pid;
        this.file = file;
    }

    static Recording none() {
        return new Recording(0, null);
    }

    static Recording start(long pid, String name) throws IOException, InterruptedException {
        // As deep as a request stands in the program: filters, servlet, controller and below.
        jcmd(pid, "JFR.configure", "stackdepth=" + DEEPEST);
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "dargah-" + name + ".jfr");
        jcmd(
                pid,
                "JFR.start",
                "name=bench",
                "settings=none",
                "+" + SAMPLE + "#enabled=true",
                "+" + SAMPLE + "#stackTrace=true",
                "+" + SAMPLE + "#throttle=10ms",
                "filename=" + file);
        return new Recording(pid, file);
    }

    private static void jcmd(long pid, String... command) throws IOException, InterruptedException {
        var all = new ArrayList<String>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        all.add("" + pid);
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    /** Ends it and tells where the time went: by whose code it is, and by method. */
    List<String> end() throws IOException, InterruptedException {
        if (file == null) {
            return List.of();
        }
        jcmd(pid, "JFR.stop", "name=bench");
        Map<String, Integer> owners = new HashMap<>();
        Map<String, Integer> methods = new HashMap<>();
        Map<String, Integer> within = new HashMap<>();
        int all = 0;
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (stack != null && event.getEventType().getName().equals(SAMPLE)) {
                    all++;
                    owners.merge(owner(stack.getFrames()), 1, Integer::sum);
                    methods.merge(name(stack.getFrames().getFirst()), 1, Integer::sum);
                    stack.getFrames().stream()
                            .map(Recording::name)
                            .filter(name -> name.startsWith(OURS) && !name.contains("$$"))
                            .distinct()
                            .forEach(name -> within.merge(name, 1, Integer::sum));
                }
            }
        }
        var lines = new ArrayList<String>();
        lines.add(
                "%d samples, kept in %s; by the nearest code that is not the JDK's:"
                        .formatted(all, file));
        lines.addAll(top(owners, all));
        lines.add("by method:");
        lines.addAll(top(methods, all));
        lines.add("by method of ours, with all that it calls:");
        lines.addAll(top(within, all));
        return lines;
    }

    private static String owner(List<RecordedFrame> frames) {
        Optional<String> first =
                frames.stream()
                        .map(frame -> frame.getMethod().getType().getName())
                        .filter(type -> !type.matches("(java|jdk|sun|javax|com\\.sun)\\..*"))
                        .findFirst();
        return first.map(Recording::house).orElse("the JDK alone");
    }

    /** The first three parts of a package, which name whose it is. */
    private static String house(String type) {
        String[] parts = type.split("\\.", -1);
        return String.join(".", List.of(parts).subList(0, Math.min(3, parts.length - 1)));
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static List<String> top(Map<String, Integer> counts, int all) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(SHOWN)
                .map(e -> "%5.1f%% %s".formatted(100.0 * e.getValue() / all, e.getKey()))
                .toList();
    }

    @Override
    public void close() {
        // The recording lies in its file; end() has stopped it.
    }
}
