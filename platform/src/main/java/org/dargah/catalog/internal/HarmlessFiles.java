package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                    .build();

    private HarmlessFiles() {}

    static List<Problem> problems(Pack pack) {
        var problems = new ArrayList<Problem>();
        for (Map.Entry<String, String> file : pack.files().entrySet()) {
            if (file.getKey().endsWith(".yaml")) {
                yaml(file.getKey(), file.getValue()).ifPresent(problems::add);
            } else if (file.getKey().endsWith(".json")) {
                json(file.getKey(), file.getValue()).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** The first one of a file; what is not YAML at all is said by whoever reads it. */
    private static Optional<Problem> yaml(String file, String text) {
        int depth = 0;
        try {
            Parse parse = new Parse(LoadSettings.builder().setLabel(file).build());
            for (Event event : parse.parseString(text)) {
                depth += depth(event);
                Optional<String> harm = harm(event, depth);
                if (harm.isPresent()) {
                    return Optional.of(new Problem(file, line(event), "", harm.get()));
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
            return Optional.empty();
        }
    }
}
