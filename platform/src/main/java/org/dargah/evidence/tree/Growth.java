package org.dargah.evidence.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tree that grows by one leaf after another. It holds its right edge only, the unfinished tile of
 * each level; a finished one is handed on. One thread at a time.
 */
public final class Growth {

    /** Takes tiles as they become full. */
    public interface Finished {
        void tile(Tile tile, byte[] hashes);
    }

    /** The unfinished tile of one level. */
    private static final class Edge {
        private final byte[] hashes = new byte[Tile.FULL * Hash.BYTES];
        private int width;
    }

    private final List<Edge> edges = new ArrayList<>();
    private long size;

    /** A tree without leaves. */
    public Growth() {}

    /** The tree of so many leaves, its right edge read from its tiles. */
    public static Growth resume(Tiles tiles, long size) {
        var growth = new Growth();
        growth.size = size;
        for (int level = 0; Tile.count(size, level) > 0; level++) {
            Edge edge = growth.edge(level);
            edge.width = (int) (Tile.count(size, level) % Tile.FULL);
            if (edge.width > 0) {
                long index = Tile.count(size, level) / Tile.FULL;
                byte[] hashes = tiles.read(new Tile(level, index, edge.width));
                System.arraycopy(hashes, 0, edge.hashes, 0, edge.width * Hash.BYTES);
            }
        }
        return growth;
    }

    public long size() {
        return size;
    }

    public void append(Hash leaf, Finished finished) {
        add(0, leaf, finished);
        size++;
    }

    private void add(int level, Hash hash, Finished finished) {
        Edge edge = edge(level);
        hash.copyTo(edge.hashes, edge.width++);
        if (edge.width == Tile.FULL) {
            edge.width = 0;
            long index = size >> ((level + 1) * Tile.HEIGHT);
            finished.tile(new Tile(level, index, Tile.FULL), edge.hashes.clone());
            add(level + 1, Subtree.root(edge.hashes, 0, Tile.FULL), finished);
        }
    }

    private Edge edge(int level) {
        while (edges.size() <= level) {
            edges.add(new Edge());
        }
        return edges.get(level);
    }

    /** Hands over the unfinished tile of each level that has one. */
    public void edge(Finished partial) {
        for (int level = 0; level < edges.size(); level++) {
            Edge edge = edges.get(level);
            if (edge.width > 0) {
                partial.tile(
                        new Tile(level, Tile.count(size, level) / Tile.FULL, edge.width),
                        Arrays.copyOf(edge.hashes, edge.width * Hash.BYTES));
            }
        }
    }

    /** The complete subtrees of which the size in binary speaks, from the smallest up. */
    public Hash root() {
        @Nullable Hash root = null;
        for (Edge edge : edges) {
            int end = edge.width;
            while (end > 0) {
                int leaves = Integer.lowestOneBit(end);
                Hash left = Subtree.root(edge.hashes, end - leaves, leaves);
                root = root == null ? left : Hash.node(left, root);
                end -= leaves;
            }
        }
        return root == null ? Hash.nothing() : root;
    }
}
