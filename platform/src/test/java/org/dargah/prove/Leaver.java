package org.dargah.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.dargah.evidence.EvidenceLog;
import org.dargah.evidence.Evident;
import org.dargah.evidence.Left;
import org.dargah.evidence.NotKept;
import org.dargah.evidence.Place;
import org.dargah.evidence.internal.Standalone;
import org.dargah.postgres.EmbeddedPostgres;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A process of its own that leaves evidence for many at once and writes down what it was told is
 * durable, until it is killed.
 */
final class Leaver {

    private static final int CALLERS = 20;
    private static final int THINKING_MILLIS = 25;
    private static final int MOST_REFUSED = 100;

    private Leaver() {}

    /** {@code DATA ACKNOWLEDGED}. */
    public static void main(String... arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        var server = EmbeddedPostgres.start(new EmbeddedPostgres.Settings(data, 0, true));
        var standalone = new Standalone(server.url(), server.user(), server.password(), data);
        standalone
                .jdbc()
                .execute(
                        "create table if not exists public.asked (leaf_index bigint primary key,"
                                + " id uuid)");
        var acknowledged = new Acknowledged(Path.of(arguments[1]));
        IO.println("leaving");
        Callable<Integer> caller = () -> leave(standalone.log(), standalone.jdbc(), acknowledged);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            people.invokeAll(Collections.nCopies(CALLERS, caller));
        }
    }

    private static int leave(EvidenceLog log, JdbcTemplate jdbc, Acknowledged acknowledged)
            throws IOException, InterruptedException {
        var kind = new Asked(jdbc);
        int refused = 0;
        for (int number = 0; refused < MOST_REFUSED; number++) {
            try {
                Place place = log.leave(number, kind);
                acknowledged.keep(place.index() + " " + place.id());
                TimeUnit.MILLISECONDS.sleep(THINKING_MILLIS);
            } catch (NotKept e) {
                // Nothing was promised; the database was killed a moment before this process.
                refused++;
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        return refused;
    }

    private record Asked(JdbcTemplate jdbc) implements Evident<Integer> {
        @Override
        public byte[] record(Integer number) {
            return ("{\"question\":" + number + "}").getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void keep(List<Left<Integer>> left) {
            jdbc.batchUpdate(
                    "insert into public.asked (leaf_index, id) values (?, ?)",
                    left.stream()
                            .map(one -> new Object[] {one.place().index(), one.place().id()})
                            .toList());
        }
    }
}
