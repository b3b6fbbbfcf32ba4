package org.dargah.catalog.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Follows the events of a YAML file and finds a key that its mapping has already. */
final class YamlKeys {

    /** One mapping or sequence that is open. */
    private static final class Level {
        private final boolean mapping;
        private final Set<String> keys = new HashSet<>();
        private boolean isKeyNext = true;

        Level(boolean mapping) {
            this.mapping = mapping;
        }
    }

    private final Deque<Level> open = new ArrayDeque<>();

    /** The key, if this event brings it a second time. */
    Optional<String> again(Event event) {
        return switch (event.getEventId()) {
            case MappingStart, SequenceStart -> {
                node("");
                open.push(new Level(event.getEventId() == Event.ID.MappingStart));
                yield Optional.empty();
            }
            case MappingEnd, SequenceEnd -> {
                open.pop();
                yield Optional.empty();
            }
            case Scalar -> node(((ScalarEvent) event).getValue());
            case Alias -> node("");
            case Comment, DocumentEnd, DocumentStart, StreamEnd, StreamStart -> Optional.empty();
        };
    }

    /** In a mapping every second node is a key. */
    private Optional<String> node(String text) {
        Level level = open.peek();
        if (level == null || !level.mapping) {
            return Optional.empty();
        }
        boolean isKey = level.isKeyNext;
        level.isKeyNext = !isKey;
        return isKey && !text.isEmpty() && !level.keys.add(text)
                ? Optional.of(text)
                : Optional.empty();
    }
}
