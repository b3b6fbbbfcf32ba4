package org.dargah.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declaration that is wrong anywhere is refused whole, and each fault told with its line. */
class RefusingADeclarationTest {

    private static final String MUSEUM = "museum-member.yaml";
    private static final String OPEN_API = "museum.openapi.yaml";

    @TempDir Path folder;

    @BeforeEach
    void bring() throws IOException {
        Files.writeString(
                folder.resolve("purposes.yaml"),
                "purposes: {service-delivery: {fa: خدمت, en: Service, basis: قانون}}");
        for (String name : List.of(MUSEUM, OPEN_API)) {
            try (InputStream file = getClass().getResourceAsStream("/registries/" + name)) {
                String text =
                        new String(
                                Objects.requireNonNull(file).readAllBytes(),
                                StandardCharsets.UTF_8);
                Files.writeString(
                        folder.resolve(name), text.replace("STAND-IN", "https://museum.example"));
            }
        }
    }

    private void write(String file, String part, String instead) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(part);
        Files.writeString(folder.resolve(file), text.replace(part, instead));
    }

    private void isRefused(String file, String part, String instead, String... said)
            throws IOException {
        Path path = folder.resolve(file);
        String whole = Files.readString(path);
        write(file, part, instead);
        assertThatThrownBy(() -> new Declarations(folder.toString())).hasMessageContainingAll(said);
        Files.writeString(path, whole);
    }

    @Test
    void asItIsItStands() {
        assertThat(new Declarations(folder.toString()).find("museum/member@1")).isPresent();
    }

    @Test
    void whatIsMisspeltMissingOrOfAWrongForm() throws IOException {
        isRefused(MUSEUM, "timeout: PT3S", "timout: PT3S", MUSEUM + ":22", "timeout", "timout");
        isRefused(MUSEUM, "type: national-id, as: nid", "type: number", MUSEUM + ":8");
        isRefused(MUSEUM, "museum/member@1", "Museum", MUSEUM + ":1");
        isRefused(MUSEUM, "openapi: museum.openapi.yaml\n", "", MUSEUM + ":1");
        isRefused(MUSEUM, "museum.openapi.yaml", "../secret.openapi.yaml", MUSEUM + ":5");
        isRefused(MUSEUM, "museum.openapi.yaml", "other.openapi.yaml", "other.openapi.yaml:0");
        isRefused(MUSEUM, "purposes:", "purposes: [", MUSEUM + ":");
        isRefused(OPEN_API, "openapi: 3.0.3", "swagger: '2.0'", OPEN_API + ":1");
        isRefused(OPEN_API, "in: path", "in: mind", OPEN_API + ":8");
    }

    @Test
    void aFileThatIsNeitherARegistryNorTheRegisterOfPurposes() throws IOException {
        isRefused(MUSEUM, "registry:", "registri:", MUSEUM + ":1", "registri");
        isRefused("purposes.yaml", "basis: قانون", "base: قانون", "purposes.yaml:1", "basis");
        isRefused("purposes.yaml", "service-delivery", "Service Delivery", "purposes.yaml:1");
    }

    @Test
    void whatTheOpenApiDocumentDoesNotKnow() throws IOException {
        isRefused(MUSEUM, "findMember:", "seekMember:", MUSEUM + ":8", "is not a GET or POST");
        isRefused(MUSEUM, "as: nid", "as: number", "number is not taken there", "leave out nid");
        isRefused(MUSEUM, "/card/number", "/card/colour", MUSEUM + ":15", "/card/colour");
        isRefused(MUSEUM, "/visits/0/hall", "/visits/hall", MUSEUM + ":18", "/visits/hall");
        isRefused(OPEN_API, "required: [person]", "required: [person, most]", "leave out most");
    }

    @Test
    void whatContradictsItself() throws IOException {
        isRefused(
                MUSEUM, "[visitedOn, hall]\n", "[visitedOn]\n", "hall is answered by no operation");
        isRefused(
                MUSEUM,
                "[visitedOn, hall]\n",
                "[visitedOn, hall, card]\n",
                "card is answered twice");
        isRefused(MUSEUM, "[visitedOn, hall]\n", "[visitedOn, hall, age]\n", "age is not declared");
        isRefused(
                MUSEUM,
                "{nationalId: {type: national-id, as: person}}",
                "{mobile: {type: mobile, as: person}}",
                "not those of the other operations");
        isRefused(
                MUSEUM,
                "service-delivery:",
                "curiosity:",
                MUSEUM + ":21",
                "not in the register of purposes");
        isRefused(MUSEUM, "    safe: true\n", "", MUSEUM + ":23", "asking twice may do harm");
        isRefused(
                MUSEUM,
                "absent:",
                "caching: {for: PT1H, fields: [age]}\nabsent:",
                "age is not declared");
        isRefused(MUSEUM, "absent:", "caching: {for: PT25H, fields: [hall]}\nabsent:", MUSEUM);
    }

    @Test
    void allOfItIsSaidAtOnce() throws IOException {
        write(MUSEUM, "/card/number", "/card/colour");
        write(MUSEUM, "service-delivery:", "curiosity:");
        isRefused(MUSEUM, "as: nid", "as: number", ":8", ":15", ":21");
    }
}
