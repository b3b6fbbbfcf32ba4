package org.dargah.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The programs of organisations that ask: a process of its own, the same for the exchange and for
 * its reference. Each line that it reads is an order, each line that it says is what came of it.
 */
final class Clients {

    private static final long LONGEST_SOUGHT = Duration.ofMinutes(5).toNanos() / 1000;
    private static final int PATIENCE_SECONDS = 10;
    private static final int OK = 200;

    /** Kept at most to one side. */
    static final int CONNECTIONS = 300;

    private final List<Credential> programs;
    private final Map<Integer, ConcurrentLinkedDeque<Kept>> free = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(CONNECTIONS);
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean told = new AtomicBoolean();

    private Clients(List<Credential> programs) {
        this.programs = programs;
    }

    /** A kept connection and whose it is. */
    private record Kept(Line line, Credential program) {}

    /**
     * What is to be done.
     *
     * @param loop {@code closed} or {@code open}
     * @param port where
     * @param question {@code message} or {@code match}
     * @param amount connections of a closed loop, questions a second of an open one
     */
    record Order(String loop, int port, String question, int amount, Duration time) {

        String line() {
            return String.join(" ", loop, "" + port, question, "" + amount, "" + time.toMillis());
        }

        static Order of(String line) {
            String[] words = line.split(" ", 5);
            return new Order(
                    words[0],
                    Integer.parseInt(words[1]),
                    words[2],
                    Integer.parseInt(words[3]),
                    Duration.ofMillis(Long.parseLong(words[4])));
        }
    }

    /** {@code FOLDER} of their keys. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var clients = new Clients(Credential.load(Path.of(arguments[0])));
        IO.println("ready");
        var orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            IO.println(said(clients.carryOut(Order.of(line))));
        }
    }

    private Load.Outcome carryOut(Order order) throws InterruptedException {
        told.set(false);
        Load.Try attempt = number -> ask(order, number);
        return order.loop().equals("open")
                ? Load.open(order.amount(), order.time(), attempt)
                : Load.closed(order.amount(), order.time(), attempt);
    }

    private boolean ask(Order order, long number) throws InterruptedException {
        Kept kept = null;
        try {
            kept = take(order.port());
            Question question = Question.of(order.question(), number, kept.program());
            Line.Heard heard = kept.line().ask(question.request());
            give(order.port(), kept);
            boolean answered = heard.status() == OK && heard.body().contains(question.expected());
            if (!answered) {
                tell(heard.status() + " " + heard.body());
            }
            return answered;
        } catch (IOException broken) {
            tell(broken.toString());
            drop(kept);
            return false;
        }
    }

    /** Who finds all of them busy waits, and the wait counts. */
    private Kept take(int port) throws IOException, InterruptedException {
        if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("No connection was free for " + PATIENCE_SECONDS + " s");
        }
        Kept kept = of(port).pollFirst();
        if (kept != null) {
            return kept;
        }
        Credential program = programs.get(next.getAndIncrement() % programs.size());
        try {
            return new Kept(new Line(program.tls(), port), program);
        } catch (IOException refused) {
            places.release();
            throw refused;
        }
    }

    private void give(int port, Kept kept) {
        of(port).addLast(kept);
        places.release();
    }

    private ConcurrentLinkedDeque<Kept> of(int port) {
        return free.computeIfAbsent(port, any -> new ConcurrentLinkedDeque<>());
    }

    private void drop(@Nullable Kept kept) {
        if (kept == null) {
            return;
        }
        places.release();
        try {
            kept.line().close();
        } catch (IOException gone) {
            // It was broken already.
        }
    }

    /** The first thing that went wrong under an order is worth reading. */
    private void tell(String what) {
        if (!told.getAndSet(true)) {
            System.err.println("clients: " + what);
        }
    }

    private static String said(Load.Outcome outcome) {
        ByteBuffer bytes = ByteBuffer.allocate(outcome.micros().getNeededByteBufferCapacity());
        int length = outcome.micros().encodeIntoCompressedByteBuffer(bytes);
        byte[] packed = Arrays.copyOf(bytes.array(), length);
        return String.join(
                " ",
                "" + outcome.accepted(),
                "" + outcome.errors(),
                "" + outcome.seconds(),
                Base64.getEncoder().encodeToString(packed));
    }

    /** What came of an order. */
    static Load.Outcome read(String said) throws IOException {
        String[] words = said.split(" ", 4);
        try {
            return new Load.Outcome(
                    Histogram.decodeFromCompressedByteBuffer(
                            ByteBuffer.wrap(Base64.getDecoder().decode(words[3])), LONGEST_SOUGHT),
                    Long.parseLong(words[0]),
                    Long.parseLong(words[1]),
                    Double.parseDouble(words[2]));
        } catch (DataFormatException e) {
            throw new IOException("What the clients said cannot be read", e);
        }
    }
}
