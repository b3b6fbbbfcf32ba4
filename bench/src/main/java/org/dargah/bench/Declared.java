package org.dargah.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The bench's registries: declared beside the others, and found at the bench's upstream. */
final class Declared {

    static final String RECORD = "bench/record@1";
    static final String PERSON = "bench/person@1";
    static final List<String> RECORD_FIELDS =
            List.of(
                    "firstName",
                    "lastName",
                    "fatherName",
                    "gender",
                    "birthDate",
                    "alive",
                    "deathDate");
    static final List<String> MATCHED = List.of("firstName", "lastName", "birthDate");

    private Declared() {}

    /** The settings by which the program finds them. */
    static String settings(Path registries, Path folder, String upstream) throws IOException {
        Files.createDirectory(folder);
        try (Stream<Path> files = Files.list(registries)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("bench-record.yaml"), declaration(RECORD, "/record"));
        Files.writeString(folder.resolve("bench-person.yaml"), declaration(PERSON, "/person"));
        String url = "http://127.0.0.1:" + upstream;
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of(
                                "dargah.registries",
                                folder.toString(),
                                "dargah.exchange.networks",
                                List.of("127.0.0.1/32"),
                                "dargah.exchange.urls",
                                Map.of("[" + RECORD + "]", url, "[" + PERSON + "]", url)));
    }

    /** In the civil registry's words, with room for all that ask at once. */
    private static String declaration(String code, String path) {
        var text = new StringBuilder();
        text.append(
                """
                registry: %s
                title: {fa: ثبت آزمون, en: Registry of the bench}
                provider: civil-registry
                request:
                  method: POST
                  path: %s
                  keys:
                    nationalId: {type: national-id}
                fields:
                """
                        .formatted(code, path));
        RECORD_FIELDS.forEach(
                field ->
                        text.append(
                                "  %s: {from: /%s, fa: قلم, en: Field, sensitivity: personal}%n"
                                        .formatted(field, field)));
        return text.append(
                        """
                        absent: [/problems/unknown-person]
                        purposes:
                          %s: [%s]
                        limits: {timeout: PT10S, bytes: 16384, concurrent: 512}
                        breaker: {calls: 100, failurePercent: 50, rest: PT5S}
                        """
                                .formatted(Question.PURPOSE, String.join(", ", RECORD_FIELDS)))
                .toString();
    }
}
