package org.dargah.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.dargah.Program;
import org.dargah.evidence.Commitment;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.note.VerifierKey;
import org.dargah.evidence.tree.Hash;
import org.dargah.evidence.tree.Proof;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for the receipt of an answer and checks it as its owner would: the leaf is in the log under
 * a signed checkpoint, the record opens the leaf, and the record speaks of this very answer. For
 * the hash of the answer it takes the operator's key, since nobody else can make that hash.
 */
final class Receipts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Program program;
    private final String client;
    private final VerifierKey log;
    private final Path data;
    private final Map<String, String> civilRegistry;

    Receipts(
            Program program, String client, VerifierKey log, Path data, Map<String, String> civil) {
        this.program = program;
        this.client = client;
        this.log = log;
        this.data = data;
        this.civilRegistry = Map.copyOf(civil);
    }

    /** What the civil registry itself says of each person, word for word. */
    static Map<String, String> saidByRegistry(URI sandbox)
            throws IOException, InterruptedException {
        var said = new HashMap<String, String>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (var citizen : Inquirer.PEOPLE) {
                HttpRequest question =
                        HttpRequest.newBuilder(sandbox.resolve("/civil/person"))
                                .header("Content-Type", "application/json")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"nationalId\":\"%s\"}"
                                                        .formatted(citizen.nationalId())))
                                .build();
                said.put(
                        citizen.nationalId(),
                        http.send(question, HttpResponse.BodyHandlers.ofString()).body());
            }
        }
        return said;
    }

    void check(HeardAnswer heard) {
        String address = "/api/v1/inquiries/" + heard.inquiry() + "/receipt";
        // The log speaks of a question about a second after it was asked.
        Program.Reply receipt =
                Awaitility.await(heard.inquiry())
                        .pollDelay(Duration.ZERO)
                        .until(() -> program.get(address), reply -> reply.status() != 503);
        assertThat(receipt.status()).as(heard.inquiry()).isEqualTo(200);
        String record = receipt.at("/record");
        checkProof(
                receipt.at("/proof"),
                Commitment.entry(
                        Base64.getDecoder().decode(receipt.at("/salt")),
                        record.getBytes(StandardCharsets.UTF_8)));
        checkRecord(JSON.readTree(record), heard);
    }

    private void checkProof(String proof, byte[] entry) {
        String[] halves = proof.split("\n\n", 2);
        List<String> lines = halves[0].lines().toList();
        SignedNote note = SignedNote.parse(halves[1]).orElseThrow();
        assertThat(note.isSignedBy(log)).isTrue();
        Checkpoint checkpoint = Checkpoint.parse(note.text()).orElseThrow();
        assertThat(lines.getFirst()).isEqualTo("c2sp.org/tlog-proof@v1");
        long index = Long.parseLong(lines.get(1).substring("index ".length()));
        List<Hash> path =
                lines.stream().skip(2).map(line -> Hash.parse(line).orElseThrow()).toList();
        assertThat(
                        Proof.includes(
                                Hash.leaf(entry),
                                index,
                                checkpoint.size(),
                                path,
                                checkpoint.root()))
                .as("leaf %s", index)
                .isTrue();
    }

    private void checkRecord(JsonNode record, HeardAnswer heard) {
        boolean message = heard.way().equals("message");
        assertThat(record.path("id").asString()).isEqualTo(heard.inquiry());
        assertThat(record.path("client").asString()).isEqualTo(client);
        assertThat(record.path("outcome").asString()).isEqualTo("KNOWN");
        assertThat(record.path(message ? "message" : "issue").asString())
                .isEqualTo(heard.message());
        assertThat(record.path("answerHash").asString())
                .as("what the registry answered %s", heard.inquiry())
                .isEqualTo(hash(message ? heard.body() : registrysWords(heard)));
        if (!message) {
            checkTold(JSON.readTree(heard.body()), heard);
        }
    }

    private String registrysWords(HeardAnswer heard) {
        return Objects.requireNonNull(civilRegistry.get(heard.person()));
    }

    /** In one call a program hears not the registry's words but what was asked of them. */
    private void checkTold(JsonNode told, HeardAnswer heard) {
        String born = JSON.readTree(registrysWords(heard)).path("birthDate").asString();
        assertThat(told.path("inquiry").asString()).isEqualTo(heard.inquiry());
        if (heard.way().equals("match")) {
            assertThat(told.path("matches").asBoolean()).isTrue();
        } else {
            assertThat(told.at("/fields/birthDate").asString()).isEqualTo(born);
        }
    }

    private String hash(String said) {
        try {
            Path file = data.resolve("keys").resolve("evidence.key");
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
