package org.dargah.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A process that the bench starts beside the program, on the same processors. */
final class Companion implements AutoCloseable {

    private static final String PROCESSORS = "0,1";

    private final Process process;
    private final BufferedReader said;

    private Companion(Process process) {
        this.process = process;
        this.said = process.inputReader();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> kill(process)));
    }

    /** The parent first: it would replace a child that ends before it, as nginx does. */
    private static void kill(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Which processors they all share. */
    static String processors() {
        return Runtime.getRuntime().availableProcessors() == 1 ? "0" : PROCESSORS;
    }

    /** The command, held to these processors together with all that it starts. */
    static List<String> pinned(List<String> command) {
        var pinned = new ArrayList<>(List.of("taskset", "-c", processors()));
        pinned.addAll(command);
        return pinned;
    }

    static Companion start(List<String> command) throws IOException {
        return new Companion(
                new ProcessBuilder(pinned(command))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /** Another part of the bench. */
    static Companion java(Class<?> program, String... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-Xss256k",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName()));
        command.addAll(List.of(arguments));
        return start(command);
    }

    /** For a process that was started by {@link #java}. */
    static void endWithParent() {
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try {
                                while (System.in.read() >= 0) {
                                    // Nothing is said; the end is what counts.
                                }
                            } catch (IOException gone) {
                                // The same.
                            }
                            Runtime.getRuntime().halt(0);
                        });
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it says to this, or of itself if nothing is asked. */
    String hear(Optional<String> question) throws IOException {
        if (question.isPresent()) {
            process.outputWriter().write(question.get() + "\n");
            process.outputWriter().flush();
        }
        String line = said.readLine();
        if (line == null) {
            throw new IOException("It ended: " + process.info().commandLine().orElse("a process"));
        }
        return line;
    }

    @Override
    public void close() {
        kill(process);
        try {
            process.waitFor();
            said.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
