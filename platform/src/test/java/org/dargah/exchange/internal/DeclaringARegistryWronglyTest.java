package org.dargah.exchange.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a declaration says wrongly or may not allow stops the start, with its file. */
class DeclaringARegistryWronglyTest {

    @TempDir Path folder;

    @BeforeEach
    void declare() throws IOException {
        WaterMeter.declare(folder);
    }

    private Declaration declaration() {
        return WaterMeter.read(folder);
    }

    @Test
    void whatADeclarationMayNotAllowStopsTheStart() throws IOException {
        String keeping = "caching: {for: PT1H, fields: [owner]}\nretry:";
        isRefused("safe: true, ", "", "asking twice may do harm");
        isRefused("times: 1", "times: 9", "maximum value of 5");
        isRefused("retry:", keeping.replace("owner", "age"), "age is not declared");
        isRefused("retry:", keeping.replace("PT1H", "PT25H"), "for up to a day");
        isRefused("personal\\}([\\s\\S]*)retry:", "sensitive}$1" + keeping, "nothing says why");
    }

    private void isRefused(String part, String instead, String said) throws IOException {
        Path file = folder.resolve("water.yaml");
        String whole = Files.readString(file);
        Files.writeString(file, whole.replaceFirst(part, instead));
        assertThatThrownBy(this::declaration)
                .hasMessageContaining("water.yaml")
                .hasStackTraceContaining(said);
        Files.writeString(file, whole);
    }

    @Test
    void aMisspeltDeclarationStopsTheStart() throws IOException {
        Path file = folder.resolve("water.yaml");
        Files.writeString(file, Files.readString(file).replace("timeout:", "timout:"));
        assertThatThrownBy(this::declaration).hasMessageContaining("water.yaml");
    }
}
