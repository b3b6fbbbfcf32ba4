package org.dargah.evidence.verify;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dargah.evidence.Opened;
import org.dargah.evidence.archive.Archive;
import org.dargah.evidence.archive.ArchivedMonth;
import org.dargah.evidence.tree.Bundle;
import org.dargah.evidence.tree.Growth;
import org.dargah.evidence.tree.Hash;
import org.dargah.evidence.tree.Tile;
import org.jspecify.annotations.Nullable;

/**
 * Checks archived months against each other and against the public log: each holds on to the one
 * before, and each of its records opens the entry at its place.
 */
final class ArchiveCheck {

    private final Archive archive;
    private final LogSource log;
    private final long size;
    private final List<String> expected;
    private final Growth growth = new Growth();
    private List<byte[]> bundle = List.of();
    private @Nullable String finding;

    /**
     * @param size of the log, as its checkpoint says
     * @param expected the hashes of the months that must be there, in their order; empty when
     *     nobody knows
     */
    ArchiveCheck(Archive archive, LogSource log, long size, List<String> expected) {
        this.archive = archive;
        this.log = log;
        this.size = size;
        this.expected = List.copyOf(expected);
    }

    /** What is wrong, if anything is. */
    Optional<String> finding() throws IOException {
        List<String> months = archive.months();
        String previous = null;
        for (String text : months) {
            check(month(text), previous);
            if (finding != null) {
                return Optional.of(finding);
            }
            previous = Archive.hash(text);
        }
        return expected.isEmpty() || expected.equals(months.stream().map(Archive::hash).toList())
                ? Optional.empty()
                : Optional.of(
                        "The archive holds "
                                + months.size()
                                + " months, and not the "
                                + expected.size()
                                + " that the database says were archived.");
    }

    /** How many months there are. */
    int months() throws IOException {
        return archive.months().size();
    }

    private static ArchivedMonth month(String text) throws IOException {
        try {
            return ArchivedMonth.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("a file of the archive speaks of no month", e);
        }
    }

    private void check(ArchivedMonth month, @Nullable String previous) throws IOException {
        if (!Objects.equals(month.previous(), previous) || month.from() != growth.size()) {
            finding =
                    "The archive of "
                            + month.month()
                            + " does not hold on to the one before: a month was altered or"
                            + " removed.";
            return;
        }
        if (month.until() > size) {
            finding = "The archive of " + month.month() + " is of more entries than the log has.";
            return;
        }
        read(month);
        if (finding == null && growth.size() != month.until()) {
            finding = removed(month, growth.size());
        }
        if (finding == null && !archive.isAsClosed(month)) {
            finding = "The file of records of " + month.month() + " was altered.";
        }
        if (finding == null && !growth.root().equals(month.root())) {
            finding = "The archive of " + month.month() + " names another root of the log.";
        }
    }

    private void read(ArchivedMonth month) throws IOException {
        try {
            archive.read(month.month(), record -> compare(month, record));
        } catch (NoSuchFileException e) {
            finding = "The file of records of " + month.month() + " was removed.";
        }
    }

    private void compare(ArchivedMonth month, Opened record) throws IOException {
        long index = growth.size();
        if (finding != null) {
            return;
        }
        if (record.place().index() != index) {
            finding = removed(month, index);
        } else if (index >= month.until() || !Arrays.equals(record.entry(), entry(index))) {
            finding =
                    "Record "
                            + index
                            + " (id "
                            + record.place().id()
                            + ") in the archive of "
                            + month.month()
                            + " was altered: it does not open its public entry.";
        } else {
            growth.append(Hash.leaf(record.entry()), (full, hashes) -> {});
        }
    }

    private static String removed(ArchivedMonth month, long index) {
        return "Record " + index + " was removed from the archive of " + month.month() + ".";
    }

    private byte[] entry(long index) throws IOException {
        int place = (int) (index % Tile.FULL);
        if (place == 0) {
            Tile tile = Tile.in(size, Tile.ENTRIES, index / Tile.FULL);
            bundle = Bundle.entries(log.tile(tile)).orElse(List.of());
        }
        return place < bundle.size() ? bundle.get(place) : new byte[0];
    }
}
