package org.dargah.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All messages of all modules, found as {@code messages/<module>_<language>.properties} (UTF-8).
 * Two bundles that write the same key are a bug and stop the start.
 */
@Component
public final class Vocabulary {

    private final Words persian = new Words(Words.PERSIAN, read("fa"));
    private final Words english = new Words(Words.ENGLISH, read("en"));

    /** The words of a locale: English for English, Persian for everyone else. */
    public Words in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? english : persian;
    }

    private static Map<String, Sentence> read(String language) {
        Map<String, Sentence> sentences = new HashMap<>();
        try {
            String bundles = "classpath*:messages/*_" + language + ".properties";
            for (Resource bundle :
                    new PathMatchingResourcePatternResolver().getResources(bundles)) {
                read(bundle).forEach((key, text) -> put(sentences, key, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(sentences);
    }

    private static Properties read(Resource bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static void put(Map<String, Sentence> sentences, Object key, Object text) {
        Sentence other = sentences.put(key.toString(), new Sentence(text.toString()));
        if (other != null) {
            throw new IllegalStateException("Two bundles hold the message " + key);
        }
    }
}
