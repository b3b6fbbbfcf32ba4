package org.dargah.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingActsTest {

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void everyActHasAText(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader file =
                Files.newBufferedReader(
                        Path.of("src/main/resources/messages/acts_" + language + ".properties"))) {
            texts.load(file);
        }
        assertThat(texts.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Act.values()).map(Act::messageKey).toList());
    }
}
