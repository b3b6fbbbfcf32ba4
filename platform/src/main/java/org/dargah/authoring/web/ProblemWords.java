package org.dargah.authoring.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.authoring.Draft;
import org.dargah.catalog.Problem;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what is wrong with a pack in the reader's language. The checks speak English, the language
 * of the logs; {@code authoring/problems.txt} knows their sentences by pattern. What no pattern
 * knows is shown as it was said, under a sentence that tells what to do.
 */
@Component
class ProblemWords {

    private record Known(Pattern pattern, String persian) {}

    private final List<Known> known = read();

    private static List<Known> read() {
        try (InputStream in = ProblemWords.class.getResourceAsStream("/authoring/problems.txt")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var known = new ArrayList<Known>();
            for (String line :
                    text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
                String[] halves = line.split("\\s+=>\\s+", 2);
                known.add(new Known(Pattern.compile(halves[0]), halves[1]));
            }
            return List.copyOf(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ProblemLine> lines(List<Problem> problems, Draft draft, Words words) {
        return problems.stream()
                .map(problem -> line(problem, href(problem, draft), words))
                .toList();
    }

    /** Of files that are kept nowhere. */
    List<ProblemLine> lines(List<Problem> problems, Words words) {
        return problems.stream().map(problem -> line(problem, null, words)).toList();
    }

    private static String href(Problem problem, Draft draft) {
        return DraftWords.at(draft)
                + "/file?path="
                + URLEncoder.encode(problem.file(), StandardCharsets.UTF_8)
                + (problem.line() > 0 ? "&line=" + problem.line() : "");
    }

    private ProblemLine line(Problem problem, @Nullable String href, Words words) {
        String place = problem.file() + (problem.line() > 0 ? ":" + problem.line() : "");
        String field = problem.field();
        if (!words.isPersian()) {
            return new ProblemLine(
                    place, href, (field.isEmpty() ? "" : field + ": ") + problem.what(), "");
        }
        Optional<String> persian = persian(problem.what());
        return new ProblemLine(
                place,
                href,
                persian.orElseGet(() -> words.t("authoring.problem.unknown"))
                        + (field.isEmpty() ? "" : " " + words.t("authoring.problem.at", field)),
                persian.isPresent() ? "" : problem.what());
    }

    /** The sentence of the first pattern that fits, with what stood in its brackets. */
    Optional<String> persian(String what) {
        for (Known one : known) {
            Matcher fits = one.pattern().matcher(what);
            if (fits.matches()) {
                String sentence = one.persian();
                for (int i = 1; i <= fits.groupCount(); i++) {
                    String group = Objects.requireNonNullElse(fits.group(i), "");
                    sentence = sentence.replace("{" + i + "}", isolated(group));
                }
                return Optional.of(sentence);
            }
        }
        return Optional.empty();
    }

    /** First strong isolate, so that names and Persian stay each in their own direction. */
    private static String isolated(String text) {
        return "\u2068" + text + "\u2069";
    }
}
