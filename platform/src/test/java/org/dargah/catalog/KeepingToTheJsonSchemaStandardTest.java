package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON-Schema-Test-Suite for 2020-12, held against the validator as the forms of packs use it:
 * nothing is fetched. The suite stands beside the project and is not part of it.
 */
class KeepingToTheJsonSchemaStandardTest {

    private static final Path SUITE =
            Path.of("../../shared/standards/json-schema-2020-12/tests/draft2020-12");

    /** The suite serves these from a machine of its own; a pack may refer only to itself. */
    private static final List<String> ELSEWHERE = List.of("http://localhost:1234", "urn:", "tag:");

    private static final double KEPT = 0.99;

    private int passed;
    private int left;
    private final List<String> failed = new ArrayList<>();

    @Test
    void theValidatorOfTheFormsKeepsToIt() throws IOException {
        assumeTrue(Files.isDirectory(SUITE), "The shared suite is not beside the project");
        try (Stream<Path> files = Files.list(SUITE)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                for (JsonNode group : JsonMapper.shared().readTree(Files.readString(file))) {
                    group(file.getFileName() + ": " + group.path("description").asString(), group);
                }
            }
        }
        IO.println(
                "JSON-Schema-Test-Suite 2020-12: %d of %d passed, %d left out because they fetch a"
                                .formatted(passed, passed + failed.size(), left)
                        + " schema from elsewhere; failed: "
                        + failed);
        assertThat((double) passed / (passed + failed.size())).isGreaterThan(KEPT);
    }

    private void group(String name, JsonNode group) {
        String text = group.path("schema").toString();
        if (ELSEWHERE.stream().anyMatch(text::contains)) {
            left += group.path("tests").size();
            return;
        }
        for (JsonNode test : group.path("tests")) {
            String what = name + ": " + test.path("description").asString();
            if (verdict(text, test.path("data")) == test.path("valid").asBoolean()) {
                passed++;
            } else {
                failed.add(what);
            }
        }
    }

    private static boolean verdict(String schema, JsonNode data) {
        try {
            Schema compiled =
                    SchemaRegistry.withDefaultDialect(
                                    SpecificationVersion.DRAFT_2020_12,
                                    builder -> builder.schemaCacheEnabled(false))
                            .getSchema(schema, InputFormat.JSON);
            return compiled.validate(data).isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
