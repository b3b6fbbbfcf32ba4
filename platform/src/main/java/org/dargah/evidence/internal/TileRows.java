package org.dargah.evidence.internal;

import java.util.Arrays;
import java.util.Optional;
import org.dargah.evidence.tree.Bundle;
import org.dargah.evidence.tree.Hash;
import org.dargah.evidence.tree.Tile;
import org.dargah.evidence.tree.TileMissing;
import org.dargah.evidence.tree.Tiles;
import org.dargah.kernel.Province;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code evidence.tile}, of one province. A narrower tile is the beginning of a wider. */
public final class TileRows implements Tiles {

    private final JdbcClient jdbc;
    private final Province province;

    public TileRows(JdbcClient jdbc, Province province) {
        this.jdbc = jdbc;
        this.province = province;
    }

    public Optional<byte[]> find(Tile tile) {
        return jdbc.sql(
                        """
                        select content from evidence.tile
                        where province = :province and level = :level and tile_index = :index
                        """)
                .param("province", province.code())
                .param("level", tile.level())
                .param("index", tile.index())
                .query(byte[].class)
                .optional()
                .flatMap(content -> narrowed(tile, content));
    }

    private static Optional<byte[]> narrowed(Tile tile, byte[] content) {
        if (tile.level() == Tile.ENTRIES) {
            return Bundle.first(tile.width(), content);
        }
        int bytes = tile.width() * Hash.BYTES;
        return content.length < bytes
                ? Optional.empty()
                : Optional.of(Arrays.copyOf(content, bytes));
    }

    @Override
    public byte[] read(Tile tile) {
        return find(tile).orElseThrow(() -> new TileMissing(tile, "is not in the database"));
    }

    void put(Tile tile, byte[] content) {
        jdbc.sql(
                        """
                        insert into evidence.tile (province, level, tile_index, content)
                        values (:province, :level, :index, :content)
                        on conflict (province, level, tile_index) do update set content = excluded.content
                        """)
                .param("province", province.code())
                .param("level", tile.level())
                .param("index", tile.index())
                .param("content", content)
                .update();
    }
}
