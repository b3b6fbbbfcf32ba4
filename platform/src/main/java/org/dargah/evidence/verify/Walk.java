package org.dargah.evidence.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dargah.evidence.Opened;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.tree.Bundle;
import org.dargah.evidence.tree.Growth;
import org.dargah.evidence.tree.Hash;
import org.dargah.evidence.tree.Tile;
import org.jspecify.annotations.Nullable;

/**
 * One way through a log from its first entry to its last. Two trees grow on it, one from the
 * entries and one from the leaves in the tiles; where they part, the signed root tells which of the
 * two was altered.
 */
final class Walk {

    private final LogSource log;
    private final Checkpoint checkpoint;
    private final Optional<Checkpoint> seen;
    private final Optional<Records> records;
    private final Growth byEntries = new Growth();
    private final Growth byLeaves = new Growth();

    /** The first of each kind; the earliest place matters most. */
    private @Nullable String tile;

    private @Nullable String fork;
    private @Nullable String missing;
    private @Nullable String opened;
    private long parted = -1;

    Walk(
            LogSource log,
            Checkpoint checkpoint,
            Optional<Checkpoint> seen,
            Optional<Records> records) {
        this.log = log;
        this.checkpoint = checkpoint;
        this.seen = seen;
        this.records = records;
    }

    /** What is wrong, if anything is. */
    Optional<String> finding() throws IOException {
        compareWithSeen();
        for (long bundle = 0; bundle < Tile.tiles(checkpoint.size(), 0); bundle++) {
            walk(bundle);
            if (missing != null) {
                return Optional.of(missing);
            }
        }
        byLeaves.edge(this::compare);
        return Optional.ofNullable(opened)
                .or(this::alteredEntry)
                .or(() -> Optional.ofNullable(fork))
                .or(() -> Optional.ofNullable(tile))
                .or(this::otherRoot);
    }

    private void walk(long number) throws IOException {
        Tile bundle = Tile.in(checkpoint.size(), Tile.ENTRIES, number);
        List<byte[]> entries = Bundle.entries(log.tile(bundle)).orElse(List.of());
        byte[] leaves = log.tile(Tile.in(checkpoint.size(), 0, number));
        long first = number * Tile.FULL;
        if (entries.size() != bundle.width() || leaves.length != bundle.width() * Hash.BYTES) {
            missing =
                    "Entries were removed: of the entries from "
                            + first
                            + " on there should be "
                            + bundle.width()
                            + ", and there are "
                            + entries.size()
                            + ".";
            return;
        }
        records.ifPresent(all -> open(all.from(first, bundle.width()), first, entries));
        for (int i = 0; i < entries.size(); i++) {
            Hash leaf = Hash.leaf(entries.get(i));
            if (parted < 0 && !leaf.equals(Hash.at(i, leaves))) {
                parted = first + i;
            }
            byEntries.append(leaf, (full, hashes) -> {});
            byLeaves.append(Hash.at(i, leaves), this::compare);
            compareWithSeen();
        }
    }

    /** Each private record against its public entry. */
    private void open(List<Opened> rows, long first, List<byte[]> entries) {
        for (int i = 0; i < entries.size() && opened == null; i++) {
            if (i >= rows.size() || rows.get(i).place().index() != first + i) {
                opened = "Record " + (first + i) + " was removed from the private side.";
            } else if (!Arrays.equals(rows.get(i).entry(), entries.get(i))) {
                opened =
                        "Record "
                                + (first + i)
                                + " (id "
                                + rows.get(i).place().id()
                                + ") was altered: it does not open its public entry.";
            }
        }
    }

    /** Leaves were read from their tiles; hashes of higher levels must follow from them. */
    private void compare(Tile made, byte[] hashes) {
        if (made.level() == 0 || tile != null) {
            return;
        }
        try {
            int differs = Arrays.mismatch(log.tile(made), hashes);
            if (differs >= 0) {
                long span = 1L << (8 * made.level());
                long first = (made.index() * Tile.FULL + differs / Hash.BYTES) * span;
                tile =
                        "tile/"
                                + made.address()
                                + " does not follow from the leaves: it, or one of the entries "
                                + first
                                + " to "
                                + (first + span - 1)
                                + " together with its leaf, was altered.";
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compareWithSeen() {
        seen.filter(old -> old.size() == byLeaves.size())
                .filter(old -> !old.root().equals(byLeaves.root()))
                .ifPresent(
                        old ->
                                fork =
                                        "The log was forked: its first "
                                                + old.size()
                                                + " entries are not those that were seen before.");
    }

    private Optional<String> alteredEntry() {
        if (parted < 0) {
            return Optional.empty();
        }
        String tileName = "tile/" + Tile.in(checkpoint.size(), 0, parted / Tile.FULL).address();
        if (byLeaves.root().equals(checkpoint.root())) {
            return Optional.of(
                    "Entry "
                            + parted
                            + " was altered: it does not hash to its leaf, and the signed root is"
                            + " that of the leaf.");
        }
        return Optional.of(
                byEntries.root().equals(checkpoint.root())
                        ? "Leaf "
                                + parted
                                + " in "
                                + tileName
                                + " was altered: its entry gives the signed root."
                        : "Entry "
                                + parted
                                + " does not hash to its leaf in "
                                + tileName
                                + ", and neither gives the signed root.");
    }

    private Optional<String> otherRoot() {
        return byLeaves.root().equals(checkpoint.root())
                ? Optional.empty()
                : Optional.of(
                        "The entries give the root "
                                + byLeaves.root()
                                + ", the checkpoint says "
                                + checkpoint.root()
                                + ": entries were altered together with their leaves, or the"
                                + " checkpoint is of another log.");
    }
}
