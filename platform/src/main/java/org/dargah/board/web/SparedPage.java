package org.dargah.board.web;

import java.time.Instant;
import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Field;
import org.dargah.ui.Row;
import org.dargah.ui.Tile;
import org.jspecify.annotations.Nullable;

/**
 * What asking registries saved people.
 *
 * @param csv where the same is to be had as a table for other programs
 * @param content null when nobody asked anything
 */
public record SparedPage(
        String what,
        Instant at,
        List<Field> filters,
        String csv,
        List<Tile> tiles,
        @Nullable Content content,
        @Nullable Formula formula) {

    /**
     * @param months null when one month was chosen
     */
    public record Content(DataTable bodies, DataTable registries, @Nullable DataTable months) {}

    /** How it was counted. */
    public record Formula(boolean sample, List<Row> rows) {}
}
