package org.dargah.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server whose program was killed. After kill -9 it may still run; after a crash of the machine
 * only its pid file is left.
 */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Orphan() {}

    static void stopIn(Path files) throws IOException, InterruptedException {
        Path pidFile = files.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> left = named(pidFile, files);
        if (left.isEmpty()) {
            Files.delete(pidFile);
            return;
        }
        LOG.info("Stopping the database left by an earlier run, process {}", left.get().pid());
        stop(left.get());
    }

    /** The number may belong to any other program by now. */
    private static Optional<ProcessHandle> named(Path pidFile, Path files) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> serves(process, files));
    }

    private static boolean serves(ProcessHandle process, Path files) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains(files.toString()))
                .isPresent();
    }

    /**
     * INT is PostgreSQL's fast stop: open transactions are rolled back, everything committed is
     * written.
     */
    static void stop(ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The database, process " + process.pid() + ", does not stop", e);
        }
    }
}
