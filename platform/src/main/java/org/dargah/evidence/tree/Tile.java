package org.dargah.evidence.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which 256 neighbours of a level: a tile of hashes, or a bundle of entries (level -1). Addresses
 * as C2SP tlog-tiles writes them.
 *
 * @param width how many stand in it; 256 when it is full
 */
public record Tile(int level, long index, int width) {

    public static final int FULL = 256;
    public static final int ENTRIES = -1;

    /** log2 of {@link #FULL}. */
    static final int HEIGHT = 8;

    private static final int HIGHEST = 63;
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > HIGHEST || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("No such tile: " + level + "/" + index);
        }
    }

    /** The tile as wide as a tree of so many leaves has it. */
    public static Tile in(long size, int level, long index) {
        return new Tile(level, index, (int) Math.min(FULL, count(size, level) - index * FULL));
    }

    /** How many hashes (or entries) a tree of so many leaves has on this level. */
    static long count(long size, int level) {
        return level <= 0 ? size : level * HEIGHT > 62 ? 0 : size >> (level * HEIGHT);
    }

    /** How many tiles, full or not, a tree of so many leaves has on this level. */
    public static long tiles(long size, int level) {
        return (count(size, level) + FULL - 1) / FULL;
    }

    /** True when a tree of so many leaves has all of it. */
    public boolean isIn(long size) {
        return index <= (count(size, level) - width) / FULL
                && index * FULL + width <= count(size, level);
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The address below {@code tile/}. */
    public String address() {
        var address = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            address.insert(0, "x%03d/".formatted(rest % 1000));
        }
        address.insert(0, (level == ENTRIES ? "entries" : "" + level) + "/");
        return isFull() ? address.toString() : address.append(".p/").append(width).toString();
    }

    /** Reads an address below {@code tile/}; empty when it is not written exactly so. */
    public static Optional<Tile> parse(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        boolean partial = parts.group(3) != null;
        if (level > HIGHEST || width > FULL || (partial && width == FULL)) {
            return Optional.empty();
        }
        // An index of more digits than it needs would give one tile two addresses.
        Tile tile = new Tile(level, index, width);
        return tile.address().equals(address) ? Optional.of(tile) : Optional.empty();
    }
}
