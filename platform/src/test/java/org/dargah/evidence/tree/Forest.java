package org.dargah.evidence.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A tree with its tiles in memory. */
final class Forest implements Tiles {

    private final Map<String, byte[]> tiles = new HashMap<>();
    final Growth growth = new Growth();

    static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Hash.leaf(("record " + i).getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    static Forest of(List<Hash> leaves) {
        var forest = new Forest();
        leaves.forEach(leaf -> forest.growth.append(leaf, forest::put));
        forest.growth.edge(forest::put);
        return forest;
    }

    void put(Tile tile, byte[] hashes) {
        tiles.put(tile.level() + "/" + tile.index(), hashes);
    }

    @Override
    public byte[] read(Tile tile) {
        byte[] hashes = tiles.get(tile.level() + "/" + tile.index());
        if (hashes == null || hashes.length < tile.width() * Hash.BYTES) {
            throw new TileMissing(tile, "was never made");
        }
        return Arrays.copyOf(hashes, tile.width() * Hash.BYTES);
    }
}
