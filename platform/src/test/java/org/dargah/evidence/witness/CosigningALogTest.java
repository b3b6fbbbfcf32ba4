package org.dargah.evidence.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.KeyType;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.note.SigningKey;
import org.dargah.evidence.note.WitnessRequest;
import org.dargah.evidence.tree.Growth;
import org.dargah.evidence.tree.Hash;
import org.dargah.evidence.tree.Tile;
import org.dargah.evidence.tree.Tree;
import org.dargah.evidence.witness.Witness.Cosigned;
import org.dargah.evidence.witness.Witness.Reason;
import org.dargah.evidence.witness.Witness.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness sees a log grow, and refuses whatever is not growth. */
class CosigningALogTest {

    @TempDir Path folder;
    private final SigningKey key = SigningKey.make("witness.example/w1", KeyType.COSIGNATURE);
    private final SigningKey log = SigningKey.make("dargah/IR-08/evidence", KeyType.NOTE);
    private Witness witness = new Witness(Path.of("."), key, List.of(), Clock.systemUTC());

    private Witness witness() {
        return new Witness(folder, key, List.of(log.verifier()), Clock.systemUTC());
    }

    @BeforeEach
    void arrive() {
        witness = witness();
    }

    private static List<Hash> leaves(int from, int to, String past) {
        return IntStream.range(from, to)
                .mapToObj(i -> Hash.leaf((past + i).getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    private WitnessRequest request(long old, List<Hash> leaves, SigningKey signer) {
        Map<String, byte[]> tiles = new HashMap<>();
        var growth = new Growth();
        leaves.forEach(
                leaf -> growth.append(leaf, (tile, hashes) -> tiles.put(place(tile), hashes)));
        growth.edge((tile, hashes) -> tiles.put(place(tile), hashes));
        String text = new Checkpoint(signer.verifier().name(), growth.size(), growth.root()).text();
        var tree =
                new Tree(
                        tile ->
                                Arrays.copyOf(
                                        java.util.Objects.requireNonNull(tiles.get(place(tile))),
                                        tile.width() * Hash.BYTES),
                        growth.size());
        return new WitnessRequest(
                old,
                tree.consistency(Math.min(old, growth.size())),
                new SignedNote(text, List.of(signer.sign(text, Instant.EPOCH))));
    }

    private static String place(Tile tile) {
        return tile.level() + "/" + tile.index();
    }

    private Witness.Answer add(long old, int size) throws IOException {
        return witness.add(request(old, leaves(0, size, "a"), log).toString());
    }

    private static Reason reason(Witness.Answer answer) {
        assertThat(answer).isInstanceOf(Refused.class);
        return ((Refused) answer).reason();
    }

    @Test
    void growthIsCosigned() throws IOException {
        for (int[] step : new int[][] {{0, 5}, {5, 5}, {5, 300}, {300, 1_000}}) {
            WitnessRequest request = request(step[0], leaves(0, step[1], "a"), log);
            Witness.Answer answer = witness.add(request.toString());
            assertThat(answer).isInstanceOf(Cosigned.class);
            String note = request.note() + ((Cosigned) answer).line();
            assertThat(SignedNote.parse(note).orElseThrow().isSignedBy(key.verifier())).isTrue();
        }
    }

    @Test
    void whoeverForgotWhatWasSeenIsTold() throws IOException {
        add(0, 300);
        assertThat(add(0, 400)).isEqualTo(new Refused(Reason.OTHER_SIZE, "300"));
        assertThat(add(200, 400)).isEqualTo(new Refused(Reason.OTHER_SIZE, "300"));
    }

    @Test
    void aForkIsRefusedAlsoAfterTheWitnessWasStartedAnew() throws IOException {
        add(0, 300);
        witness = witness();
        assertThat(reason(witness.add(request(300, leaves(0, 300, "b"), log).toString())))
                .isEqualTo(Reason.OTHER_ROOT);
        assertThat(reason(witness.add(request(300, leaves(0, 400, "b"), log).toString())))
                .isEqualTo(Reason.NO_EXTENSION);
        assertThat(add(300, 400)).isInstanceOf(Cosigned.class);
    }

    @Test
    void aShorterLogIsRefused() throws IOException {
        add(0, 300);
        assertThat(reason(add(300, 200))).isEqualTo(Reason.MALFORMED);
        assertThat(reason(add(200, 200))).isEqualTo(Reason.OTHER_SIZE);
    }

    @Test
    void strangersAreRefused() throws IOException {
        SigningKey thief = SigningKey.make("dargah/IR-08/evidence", KeyType.NOTE);
        SigningKey stranger = SigningKey.make("dargah/IR-99/evidence", KeyType.NOTE);
        assertThat(reason(witness.add(request(0, leaves(0, 3, "a"), thief).toString())))
                .isEqualTo(Reason.UNSIGNED);
        assertThat(reason(witness.add(request(0, leaves(0, 3, "a"), stranger).toString())))
                .isEqualTo(Reason.UNKNOWN_LOG);
        assertThat(reason(witness.add("old 0\n"))).isEqualTo(Reason.MALFORMED);
        assertThat(reason(witness.add("old 00\n\n"))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void overHttpItAnswersAsTheProtocolSays() throws Exception {
        try (WitnessServer server = WitnessServer.start(witness, 0);
                HttpClient client = HttpClient.newHttpClient()) {
            var home = URI.create("http://127.0.0.1:" + server.port() + "/");
            assertThat(post(client, home, request(0, leaves(0, 5, "a"), log)).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> conflict = post(client, home, request(0, leaves(0, 6, "a"), log));
            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.body()).isEqualTo("5\n");
            assertThat(conflict.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
            assertThat(post(client, home, request(5, leaves(0, 6, "b"), log)).statusCode())
                    .isEqualTo(422);
        }
    }

    private static HttpResponse<String> post(HttpClient client, URI home, WitnessRequest request)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(home.resolve("add-checkpoint"))
                        .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
