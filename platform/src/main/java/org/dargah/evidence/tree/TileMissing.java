package org.dargah.evidence.tree;

/** A tile that the tree needs cannot be read. */
public final class TileMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Tile tile;

    public TileMissing(Tile tile, String why) {
        super("tile/" + tile.address() + " " + why);
        this.tile = tile;
    }

    public Tile tile() {
        return tile;
    }
}
