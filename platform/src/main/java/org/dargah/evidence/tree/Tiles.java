package org.dargah.evidence.tree;

/** Where tiles are read: rows, files, or somebody's server. */
public interface Tiles {

    /**
     * @return its hashes one after another (32 bytes each), or the bundle of its entries
     * @throws TileMissing when it is not there, or not as wide as asked
     */
    byte[] read(Tile tile);
}
