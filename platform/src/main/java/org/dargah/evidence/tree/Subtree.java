package org.dargah.evidence.tree;

/** The root over neighbours of one tile. */
final class Subtree {

    private Subtree() {}

    /**
     * @param leaves a power of two
     */
    static Hash root(byte[] tile, int start, int leaves) {
        var hashes = new Hash[leaves];
        for (int i = 0; i < leaves; i++) {
            hashes[i] = Hash.at(start + i, tile);
        }
        for (int width = leaves; width > 1; width /= 2) {
            for (int i = 0; i < width / 2; i++) {
                hashes[i] = Hash.node(hashes[2 * i], hashes[2 * i + 1]);
            }
        }
        return hashes[0];
    }
}
