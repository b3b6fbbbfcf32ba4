package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.catalog.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What YAML and JSON may not hold, looked for before anything is built of them: names for parts
 * that are repeated (a few lines of them grow to gigabytes), tags that name classes, and depth that
 * ends the stack of whoever walks through it.
 */
final class HarmlessFiles {

    private static final int DEEPEST = 40;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    /** Signs that turn what stands around them round, and signs that nobody sees. */
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "[\\u202A-\\u202E\\u2066-\\u2069\\uFFF9-\\uFFFB\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]");

    private static final Pattern AGAIN =
            Pattern.compile("Duplicate Object property [\"']([^\"']+)[\"']");
    private static final Pattern KEY = Pattern.compile("^[ \\t]*([^#!=:\\s]+)[ \\t]*[=: ]");

    private HarmlessFiles() {}

    static List<Problem> problems(Pack pack) {
        var problems = new ArrayList<Problem>();
        for (Map.Entry<String, String> file : pack.files().entrySet()) {
            hidden(file.getKey(), file.getValue()).ifPresent(problems::add);
            if (file.getKey().endsWith(".yaml")) {
                yaml(file.getKey(), file.getValue()).ifPresent(problems::add);
            } else if (file.getKey().endsWith(".json")) {
                json(file.getKey(), file.getValue()).ifPresent(problems::add);
            } else if (file.getKey().endsWith(".properties")) {
                properties(file.getKey(), file.getValue()).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** Whoever approves a text must see it as it is. */
    private static Optional<Problem> hidden(String file, String text) {
        Matcher found = HIDDEN.matcher(text);
        return found.find()
                ? Optional.of(
                        new Problem(
                                file,
                                (int) text.substring(0, found.start()).lines().count(),
                                "",
                                "a sign that nobody sees stands here (U+%04X)"
                                        .formatted((int) found.group().charAt(0))))
                : Optional.empty();
    }

    /** Of two texts of one key the reader would see the first and people get the second. */
    private static Optional<Problem> properties(String file, String text) {
        Set<String> keys = new HashSet<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher key = KEY.matcher(lines.get(i));
            boolean goesOn = i > 0 && lines.get(i - 1).endsWith("\\");
            if (!goesOn && key.find() && !keys.add(key.group(1))) {
                return Optional.of(twice(file, i + 1, key.group(1)));
            }
        }
        return Optional.empty();
    }

    private static Problem twice(String file, int line, String key) {
        return new Problem(file, line, "", "'" + key + "' stands here a second time");
    }

    /** The first one of a file; what is not YAML at all is said by whoever reads it. */
    private static Optional<Problem> yaml(String file, String text) {
        int depth = 0;
        var keys = new YamlKeys();
        try {
            Parse parse = new Parse(LoadSettings.builder().setLabel(file).build());
            for (Event event : parse.parseString(text)) {
                depth += depth(event);
                Optional<String> harm = harm(event, depth);
                if (harm.isPresent()) {
                    return Optional.of(new Problem(file, line(event), "", harm.get()));
                }
                Optional<String> again = keys.again(event);
                if (again.isPresent()) {
                    return Optional.of(twice(file, line(event), again.get()));
                }
            }
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static int depth(Event event) {
        return switch (event.getEventId()) {
            case MappingStart, SequenceStart -> 1;
            case MappingEnd, SequenceEnd -> -1;
            case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> 0;
        };
    }

    private static Optional<String> harm(Event event, int depth) {
        if (depth > DEEPEST) {
            return Optional.of("nested deeper than " + DEEPEST + " levels");
        }
        if (event instanceof AliasEvent) {
            return Optional.of("write the text again instead of referring to it by *");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            Anchor anchor = node.getAnchor().get();
            return Optional.of("parts may not have names (&" + anchor.getValue() + ")");
        }
        Optional<String> tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case CollectionStartEvent collection -> collection.getTag();
                    default -> Optional.empty();
                };
        return tag.map(name -> "tags may not be written (" + name + ")");
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).map(line -> line + 1).orElse(0);
    }

    private static Optional<Problem> json(String file, String text) {
        try (JsonParser parser =
                JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                // Only the depth matters here.
            }
            return Optional.empty();
        } catch (tools.jackson.core.exc.StreamConstraintsException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            return Optional.of(
                    new Problem(file, line, "", "nested deeper than " + DEEPEST + " levels"));
        } catch (JacksonException e) {
            Matcher again = AGAIN.matcher(String.valueOf(e.getOriginalMessage()));
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            return again.find() ? Optional.of(twice(file, line, again.group(1))) : Optional.empty();
        }
    }
}
