package org.dargah.evidence.tree;

import java.util.ArrayList;
import java.util.List;

/** The tree as RFC 6962, section 2.1, writes it down: slow, and plain enough to be believed. */
final class Naive {

    private Naive() {}

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.nothing();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = half(leaves.size());
        return Hash.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static List<Hash> path(int m, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int k = half(leaves.size());
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        List<Hash> path = m < k ? path(m, left) : path(m - k, right);
        path.add(root(m < k ? right : left));
        return path;
    }

    static List<Hash> proof(int m, List<Hash> leaves, boolean whole) {
        if (m == leaves.size()) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(root(leaves)));
        }
        int k = half(leaves.size());
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        List<Hash> proof = m <= k ? proof(m, left, whole) : proof(m - k, right, false);
        proof.add(root(m <= k ? right : left));
        return proof;
    }

    private static int half(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
