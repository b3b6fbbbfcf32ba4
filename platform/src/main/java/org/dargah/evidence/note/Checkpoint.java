package org.dargah.evidence.note;

import java.util.List;
import java.util.Optional;
import org.dargah.evidence.tree.Hash;

/** What a log says of itself: this many leaves, with this root (C2SP tlog-checkpoint). */
public record Checkpoint(String origin, long size, Hash root) {

    private static final int LINES = 3;

    /** Reads the text of a note; lines that extend it are not ours to understand. */
    public static Optional<Checkpoint> parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < LINES
                || lines.stream().anyMatch(String::isEmpty)
                || !lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        return Hash.parse(lines.get(2))
                .map(root -> new Checkpoint(lines.getFirst(), Long.parseLong(lines.get(1)), root));
    }

    /** The text of the note. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
