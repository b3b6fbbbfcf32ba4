package org.dargah.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The note in the data folder of how far the history has come, one line a deed: a start after a
 * kill goes on from there, and once it says that all is done nobody travels again.
 *
 * <p>A line is written after its deed. What was done but not yet written is met again as done.
 */
@Component
@Profile("demo")
public final class Diary {

    private static final String DONE = "done";

    /** Longer than anything that a killed program held stays locked. */
    private static final Duration FORGETTING = Duration.ofMinutes(5);

    /** Makes a data folder one that has been lived in. */
    private static final String ACCOUNTS = "demo-accounts.txt";

    /** How far one planned case has come. */
    record Page(int deeds, String code) {

        static final Page BLANK = new Page(0, "");
    }

    private final Path file;
    private final Map<Integer, Page> pages = new HashMap<>();
    private @Nullable Span span;
    private @Nullable Instant last;

    @Autowired
    Diary(
            @Value("${dargah.data}") Path data,
            @Value("${dargah.history:0}") int cases,
            @Value("${dargah.sandbox.url:}") String sandbox) {
        this(
                data.resolve("history.txt"),
                sandbox.isEmpty() ? 0 : cases,
                Files.notExists(data.resolve(ACCOUNTS)));
    }

    /**
     * @param fresh whether a history may begin where none was begun
     */
    Diary(Path file, int cases, boolean fresh) {
        this.file = file;
        if (Files.exists(file)) {
            lines().forEach(this::read);
            last = last == null ? null : last.plus(FORGETTING);
        } else if (fresh && cases > 0) {
            begin(Span.until(Clock.systemUTC().instant(), cases));
        }
    }

    void begin(Span wanted) {
        write(wanted.toString());
        span = wanted;
        last = Tehran.startOf(wanted.from());
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        if (span == null) {
            span = Span.parse(line);
            last = Tehran.startOf(span.from());
        } else if (line.equals(DONE)) {
            last = null;
        } else {
            String[] words = line.split(" ", 4);
            // The last line of a killed program may be half a line.
            if (words.length == 4 && words[3].endsWith("Z")) {
                turn(
                        Integer.parseInt(words[0]),
                        new Page(Integer.parseInt(words[1]), words[2]),
                        Instant.parse(words[3]));
            }
        }
    }

    private void turn(int story, Page page, Instant at) {
        pages.put(story, page);
        last = last == null || at.isAfter(last) ? at : last;
    }

    /** The time at which the history stands, while it is not complete. */
    public Optional<Instant> now() {
        return Optional.ofNullable(last);
    }

    /** What is being told; only asked while there is something to tell. */
    Span span() {
        if (span == null) {
            throw new IllegalStateException("No history is to be made");
        }
        return span;
    }

    synchronized Page page(int story) {
        return pages.getOrDefault(story, Page.BLANK);
    }

    synchronized void keep(int story, Page page, Instant at) {
        write(story + " " + page.deeds() + " " + page.code() + " " + at);
        turn(story, page, at);
    }

    synchronized void close() {
        write(DONE);
        last = null;
    }

    private void write(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
