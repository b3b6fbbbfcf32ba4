package org.dargah.evidence.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The proofs, right and wrong, that implementations of transparency logs share; they stand beside
 * the project and are not part of it.
 */
class CheckingProofsOfOthersTest {

    private static final Path VECTORS = Path.of("../../shared/standards/merkle");

    @Test
    void inclusion() throws IOException {
        for (Path file : files("inclusion")) {
            JsonNode proof = JsonMapper.shared().readTree(Files.readString(file));
            assertThat(includes(proof))
                    .as("%s: %s", file, proof.get("desc").asString())
                    .isEqualTo(!proof.get("wantErr").asBoolean());
        }
    }

    @Test
    void consistency() throws IOException {
        for (Path file : files("consistency")) {
            JsonNode proof = JsonMapper.shared().readTree(Files.readString(file));
            assertThat(extend(proof))
                    .as("%s: %s", file, proof.get("desc").asString())
                    .isEqualTo(!proof.get("wantErr").asBoolean());
        }
    }

    private static List<Path> files(String kind) throws IOException {
        Path folder = VECTORS.resolve(kind);
        assumeTrue(Files.isDirectory(folder), "The shared proofs are not beside the project");
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(files).isNotEmpty();
            return files;
        }
    }

    private static boolean includes(JsonNode proof) {
        Optional<Hash> leaf = hash(proof.get("leafHash"));
        Optional<Hash> root = hash(proof.get("root"));
        Optional<List<Hash>> path = hashes(proof.get("proof"));
        return leaf.isPresent()
                && root.isPresent()
                && path.isPresent()
                && Proof.includes(
                        leaf.get(),
                        number(proof.get("leafIdx")),
                        number(proof.get("treeSize")),
                        path.get(),
                        root.get());
    }

    private static boolean extend(JsonNode proof) {
        Optional<Hash> older = hash(proof.get("root1"));
        Optional<Hash> newer = hash(proof.get("root2"));
        Optional<List<Hash>> between = hashes(proof.get("proof"));
        return older.isPresent()
                && newer.isPresent()
                && between.isPresent()
                && Proof.extend(
                        number(proof.get("size1")),
                        older.get(),
                        number(proof.get("size2")),
                        newer.get(),
                        between.get());
    }

    /** Numbers there have 64 bits without a sign; the upper half is negative here. */
    private static long number(JsonNode node) {
        return new BigInteger(node.asString()).longValue();
    }

    private static Optional<Hash> hash(JsonNode node) {
        return Hash.parse(node.asString());
    }

    private static Optional<List<Hash>> hashes(JsonNode node) {
        var hashes = new ArrayList<Hash>();
        for (JsonNode one : node) {
            Optional<Hash> hash = hash(one);
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            hashes.add(hash.get());
        }
        return Optional.of(hashes);
    }
}
