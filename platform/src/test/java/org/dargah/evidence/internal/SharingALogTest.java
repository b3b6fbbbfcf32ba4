package org.dargah.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.dargah.DargahTest;
import org.dargah.evidence.EvidenceSettings;
import org.dargah.evidence.EvidenceSettings.WitnessAddress;
import org.dargah.evidence.Evident;
import org.dargah.evidence.Left;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.KeyType;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.note.SigningKey;
import org.dargah.evidence.tree.Proof;
import org.dargah.evidence.tree.Tree;
import org.dargah.evidence.witness.Witness;
import org.dargah.evidence.witness.WitnessServer;
import org.dargah.kernel.Province;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/** Programs that share a log and witnesses that watch it; whatever happens, there is one past. */
@DargahTest
class SharingALogTest {

    private static final Evident<String> WORDS =
            new Evident<>() {
                @Override
                public byte[] record(String thing) {
                    return thing.getBytes(StandardCharsets.UTF_8);
                }

                @Override
                public void keep(List<Left<String>> left) {
                    // Nothing but the record.
                }
            };

    @Autowired Appender appender;
    @Autowired Checkpoints checkpoints;
    @Autowired LogRows rows;
    @Autowired CheckpointRows checkpointRows;
    @Autowired LogKey key;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;
    @Autowired DataSource pool;
    @Autowired PlatformTransactionManager transactions;

    private Checkpoints otherCheckpoints() {
        return new Checkpoints(rows, checkpointRows, jdbc, key, clock, "IR-08", transactions);
    }

    private static EvidenceSettings settings(WitnessAddress... witnesses) {
        return new EvidenceSettings(
                null,
                Duration.ofMillis(100),
                List.of(witnesses),
                Duration.ofMillis(400),
                DataSize.ofBytes(1));
    }

    private Rounds rounds(Witnesses witnesses) {
        return new Rounds(otherCheckpoints(), witnesses, settings(), new SimpleMeterRegistry());
    }

    private Checkpoint published() {
        return Checkpoint.parse(checkpoints.published().orElseThrow().text()).orElseThrow();
    }

    @Test
    void twoProgramsOnOneDatabaseNeverTakeTheSamePlaceNorMakeTwoPasts(@TempDir Path data)
            throws Exception {
        Checkpoint before = published();
        Rounds rounds = rounds(new Witnesses(settings()));
        var other =
                new Appender(
                        rows,
                        new OwnConnection(pool, transactions),
                        rounds,
                        new Room(settings(), data),
                        new SimpleMeterRegistry(),
                        clock,
                        "IR-08");
        rounds.start();
        other.start();
        var places = new ArrayList<Long>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Long>>();
            for (int i = 0; i < 600; i++) {
                Appender one = i % 2 == 0 ? appender : other;
                String word = "word " + i;
                work.add(() -> one.append(word, WORDS).index());
            }
            for (Future<Long> place : people.invokeAll(work)) {
                places.add(place.get());
            }
        } finally {
            other.stop();
            rounds.stop();
        }

        assertThat(places).doesNotHaveDuplicates().hasSize(600);
        Checkpoint after = published();
        assertThat(after.size()).isGreaterThan(places.stream().mapToLong(p -> p).max().orElse(0));
        var tree = new Tree(checkpoints.tiles(), after.size());
        assertThat(
                        Proof.extend(
                                before.size(),
                                before.root(),
                                after.size(),
                                after.root(),
                                tree.consistency(before.size())))
                .isTrue();
    }

    @Test
    void aCheckpointCarriesTheWitnessesThatAnswerAndWaitsForNoOther(@TempDir Path folder)
            throws Exception {
        SigningKey live = SigningKey.make("witness.example/live", KeyType.COSIGNATURE);
        SigningKey dead = SigningKey.make("witness.example/dead", KeyType.COSIGNATURE);
        var witness = new Witness(folder, live, List.of(key.key().verifier()), Clock.systemUTC());
        try (WitnessServer server = WitnessServer.start(witness, 0);
                var witnesses =
                        new Witnesses(settings(address(server.port(), live), address(1, dead)))) {
            for (int i = 0; i < 3; i++) {
                appender.append("seen by a witness", WORDS);
                SignedNote note = newest();
                SignedNote cosigned = witnesses.cosigned(note, checkpoints.tiles());
                assertThat(cosigned.isSignedBy(key.key().verifier())).isTrue();
                assertThat(cosigned.isSignedBy(live.verifier())).isTrue();
                assertThat(cosigned.isSignedBy(dead.verifier())).isFalse();
            }
        }
    }

    @Test
    void aWitnessThatComesLateCosignsTheLastCheckpointOfAQuietLog(@TempDir Path folder)
            throws Exception {
        SigningKey late = SigningKey.make("witness.example/late", KeyType.COSIGNATURE);
        var witness = new Witness(folder, late, List.of(key.key().verifier()), Clock.systemUTC());
        appender.append("nobody watched", WORDS);
        try (WitnessServer server = WitnessServer.start(witness, 0);
                var witnesses = new Witnesses(settings(address(server.port(), late)))) {
            Rounds rounds = rounds(witnesses);
            rounds.start();
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!checkpoints.published().orElseThrow().isSignedBy(late.verifier())) {
                assertThat(System.nanoTime()).isLessThan(until);
                TimeUnit.MILLISECONDS.sleep(50);
            }
            rounds.stop();
        }
    }

    /** Made by whichever program comes first; a program that starts anew resumes the same tree. */
    private SignedNote newest() {
        otherCheckpoints().advance();
        return checkpointRows.newest(new Province("IR-08")).orElseThrow().note();
    }

    private static WitnessAddress address(int port, SigningKey key) {
        return new WitnessAddress(URI.create("http://127.0.0.1:" + port), key.verifier().text());
    }
}
