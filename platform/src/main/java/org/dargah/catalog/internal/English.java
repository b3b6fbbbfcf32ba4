package org.dargah.catalog.internal;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Text;

/** The English texts of a pack, by keys such as {@code conditions.1.text}. */
final class English {

    private final Properties texts = new Properties();
    private final Set<String> used = new HashSet<>();
    private final Set<String> missing = new TreeSet<>();

    English(String properties) {
        try {
            texts.load(new StringReader(properties));
        } catch (IOException | IllegalArgumentException e) {
            // A broken \\u escape: what was read before it stands, the rest is reported as missing.
            missing.add(String.valueOf(e.getMessage()));
        }
    }

    Text with(String persian, String key) {
        used.add(key);
        String english = texts.getProperty(key, "");
        if (english.isBlank()) {
            missing.add(key);
        }
        return new Text(persian.strip(), english.strip());
    }

    /** Texts that are missing, and texts that nobody asked for: often one misspelt key is both. */
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        missing.forEach(
                key ->
                        problems.add(
                                new Problem(Pack.ENGLISH, 0, key, "the English text is missing")));
        new TreeSet<>(texts.stringPropertyNames())
                .stream()
                        .filter(key -> !used.contains(key))
                        .map(key -> new Problem(Pack.ENGLISH, 0, key, "no text has this key"))
                        .forEach(problems::add);
        return problems;
    }
}
