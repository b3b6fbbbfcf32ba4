package org.dargah.authoring.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Text;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ServiceCode;

/**
 * What can be told of a pack before it is checked: lines of its card, read as text, since nothing
 * may be built of a file that nobody has looked at.
 */
public final class Reading {

    private static final String CARD = "service.yaml";
    private static final String ENGLISH = "messages_en.properties";
    private static final int LONGEST_TITLE = 200;
    private static final List<String> BLANK =
            List.of(
                    CARD,
                    "form.json",
                    "eligibility.dmn",
                    "fees.dmn",
                    "process.bpmn",
                    ENGLISH,
                    "output/certificate.xhtml",
                    "examples/01-granted.yaml",
                    "examples/02-refused.yaml");

    private Reading() {}

    public static Optional<ServiceCode> code(
            SortedMap<String, String> texts, List<Problem> problems) {
        if (!texts.containsKey(CARD)) {
            problems.add(Problem.of(CARD, "this file is missing"));
            return Optional.empty();
        }
        String code = line(texts, CARD, "code\\s*:");
        try {
            return Optional.of(new ServiceCode(code));
        } catch (IllegalArgumentException e) {
            problems.add(
                    new Problem(
                            CARD,
                            lineNumber(texts, "code"),
                            "/code",
                            "a code is lower-case words with hyphens, at most 60 signs"));
            return Optional.empty();
        }
    }

    public static void checkAgency(
            SortedMap<String, String> texts, AgencyCode own, List<Problem> problems) {
        String agency = line(texts, CARD, "agency\\s*:");
        if (texts.containsKey(CARD) && !agency.equals(own.value())) {
            problems.add(
                    new Problem(
                            CARD,
                            lineNumber(texts, "agency"),
                            "/agency",
                            "must be your own agency: " + own));
        }
    }

    private static int lineNumber(SortedMap<String, String> texts, String key) {
        String card = texts.getOrDefault(CARD, "");
        Matcher found = Pattern.compile("(?m)^" + key + "\\s*:").matcher(card);
        return found.find() ? (int) card.substring(0, found.start()).lines().count() + 1 : 0;
    }

    public static Text title(SortedMap<String, String> texts, ServiceCode code) {
        String persian = line(texts, CARD, "title\\s*:");
        String english = line(texts, ENGLISH, "title\\s*[=:]");
        return new Text(
                persian.isEmpty() ? code.value() : persian,
                english.isEmpty() ? code.value() : english);
    }

    private static String line(SortedMap<String, String> texts, String file, String key) {
        Matcher found =
                Pattern.compile("(?m)^" + key + "[ \\t]*([^\\r\\n]*)$")
                        .matcher(texts.getOrDefault(file, ""));
        if (!found.find()) {
            return "";
        }
        String value = found.group(1).strip().replaceAll("^[\"']|[\"']$", "");
        return value.length() > LONGEST_TITLE ? value.substring(0, LONGEST_TITLE) : value;
    }

    /** The blank example: a small pack that is whole and good. */
    public static SortedMap<String, String> blank(AgencyCode agency, ServiceCode code) {
        var texts = new TreeMap<String, String>();
        for (String path : BLANK) {
            texts.put(
                    path,
                    resource(path)
                            .replace("blank-service", code.value())
                            .replace("blank-agency", agency.value()));
        }
        return texts;
    }

    private static String resource(String path) {
        try (InputStream in = Reading.class.getResourceAsStream("/authoring/blank/" + path)) {
            return new String(
                    Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
