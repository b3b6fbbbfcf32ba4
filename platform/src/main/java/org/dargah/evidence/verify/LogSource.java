package org.dargah.evidence.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.dargah.evidence.tree.Bundle;
import org.dargah.evidence.tree.Hash;
import org.dargah.evidence.tree.Tile;
import org.dargah.evidence.tree.TileMissing;

/** A log as it is published: the checkpoint, the tiles, and the key that it says is its own. */
public interface LogSource {

    /**
     * @param path such as {@code checkpoint} or {@code tile/0/000}
     * @return empty when the log has no such thing
     * @throws IOException when nobody can tell
     */
    Optional<byte[]> get(String path) throws IOException;

    /**
     * A tile as wide as asked. One that has grown since may be there instead of the narrower.
     *
     * @throws TileMissing when the log has neither
     */
    default byte[] tile(Tile tile) throws IOException {
        Optional<byte[]> found = get("tile/" + tile.address());
        if (found.isEmpty() && !tile.isFull()) {
            Tile full = new Tile(tile.level(), tile.index(), Tile.FULL);
            found = get("tile/" + full.address()).flatMap(wide -> narrowed(tile, wide));
        }
        return found.orElseThrow(() -> new TileMissing(tile, "is not there"));
    }

    private static Optional<byte[]> narrowed(Tile tile, byte[] wide) {
        return tile.level() == Tile.ENTRIES
                ? Bundle.first(tile.width(), wide)
                : Optional.of(Arrays.copyOf(wide, tile.width() * Hash.BYTES));
    }
}
