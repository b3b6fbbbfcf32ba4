package org.dargah.evidence.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The tree of so many leaves, read from its tiles: root and proofs as RFC 6962, sections 2.1.1 and
 * 2.1.2, defines them.
 */
public record Tree(Tiles tiles, long size) {

    public Tree {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no fewer than 0 leaves");
        }
    }

    public Hash root() {
        return size == 0 ? Hash.nothing() : range(0, size);
    }

    /** The hashes beside the way from a leaf up to the root, the leaf's sibling first. */
    public List<Hash> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " among " + size);
        }
        var path = new ArrayList<Hash>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + leftOf(end - start);
            if (index < middle) {
                path.add(range(middle, end));
                end = middle;
            } else {
                path.add(range(start, middle));
                start = middle;
            }
        }
        Collections.reverse(path);
        return path;
    }

    /** What shows that the tree of the first {@code older} leaves is the beginning of this one. */
    public List<Hash> consistency(long older) {
        if (older < 0 || older > size) {
            throw new IllegalArgumentException("No " + older + " leaves among " + size);
        }
        var proof = new ArrayList<Hash>();
        if (older == 0 || older == size) {
            return proof;
        }
        long start = 0;
        long end = size;
        while (end != older) {
            long middle = start + leftOf(end - start);
            if (older <= middle) {
                proof.add(range(middle, end));
                end = middle;
            } else {
                proof.add(range(start, middle));
                start = middle;
            }
        }
        // The verifier has this one already when the older tree is a whole subtree.
        if (start > 0) {
            proof.add(range(start, end));
        }
        Collections.reverse(proof);
        return proof;
    }

    /** The largest power of two below so many. */
    private static long leftOf(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private Hash range(long start, long end) {
        long leaves = end - start;
        if (Long.bitCount(leaves) == 1) {
            return node(Long.numberOfTrailingZeros(leaves), start / leaves);
        }
        long middle = start + leftOf(leaves);
        return Hash.node(range(start, middle), range(middle, end));
    }

    /** A complete subtree, from the tile in whose levels it lies. */
    private Hash node(int height, long index) {
        int level = height / Tile.HEIGHT;
        int leaves = 1 << (height % Tile.HEIGHT);
        long first = index * leaves;
        Tile tile = Tile.in(size, level, first / Tile.FULL);
        return Subtree.root(tiles.read(tile), (int) (first % Tile.FULL), leaves);
    }
}
