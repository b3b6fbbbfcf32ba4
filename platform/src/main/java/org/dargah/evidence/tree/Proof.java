package org.dargah.evidence.tree;

import java.util.List;

/** Checks proofs without the tree, after RFC 9162, sections 2.1.3.2 and 2.1.4.2. */
public final class Proof {

    /** The way from a node up to the root; {@code last} is the last node on the same level. */
    private long at;

    private long last;

    /** The root of what lies below and left of the way, and that of all below it. */
    private Hash left;

    private Hash all;

    private Proof(long at, long last, Hash hash) {
        this.at = at;
        this.last = last;
        this.left = hash;
        this.all = hash;
    }

    /** True when the leaf stands at this index of the tree with this root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var way = new Proof(index, size - 1, leaf);
        return way.climbs(path) && way.all.equals(root);
    }

    /** True when the older tree is the beginning of the newer. */
    public static boolean extend(
            long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
        if (older < 0 || older > newer) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && olderRoot.equals(newerRoot);
        }
        if (older == 0) {
            return proof.isEmpty() && olderRoot.equals(Hash.nothing());
        }
        boolean whole = Long.bitCount(older) == 1;
        if (!whole && proof.isEmpty()) {
            return false;
        }
        int height = Long.numberOfTrailingZeros(older);
        var way =
                new Proof(
                        (older - 1) >> height,
                        (newer - 1) >> height,
                        whole ? olderRoot : proof.getFirst());
        return way.climbs(whole ? proof : proof.subList(1, proof.size()))
                && way.left.equals(olderRoot)
                && way.all.equals(newerRoot);
    }

    /** True when these are exactly as many hashes as the way has. */
    private boolean climbs(List<Hash> beside) {
        for (Hash hash : beside) {
            if (last == 0) {
                return false;
            }
            step(hash);
        }
        return last == 0;
    }

    private void step(Hash beside) {
        if ((at & 1) == 1 || at == last) {
            left = Hash.node(beside, left);
            all = Hash.node(beside, all);
            int lone = Long.numberOfTrailingZeros(at);
            at >>= lone;
            last >>= lone;
        } else {
            all = Hash.node(all, beside);
        }
        at >>= 1;
        last >>= 1;
    }
}
