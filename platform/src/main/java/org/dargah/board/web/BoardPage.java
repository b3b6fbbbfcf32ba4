package org.dargah.board.web;

import java.time.Instant;
import java.util.List;
import org.dargah.ui.Bar;
import org.dargah.ui.DataTable;
import org.dargah.ui.Field;
import org.dargah.ui.Tile;
import org.jspecify.annotations.Nullable;

/**
 * The board.
 *
 * @param what what was chosen, in words
 * @param at the moment of which it speaks
 * @param content null when there is not one case to speak of
 */
public record BoardPage(String what, Instant at, List<Field> filters, @Nullable Content content) {

    /**
     * @param offices true when offices of one agency are compared, not agencies
     * @param trend null while there are not two months to compare
     */
    public record Content(
            List<Tile> tiles,
            boolean offices,
            int target,
            List<Bar> ranking,
            DataTable bodies,
            @Nullable Trend trend,
            DataTable months,
            Heat heat) {}

    /** The on-time share of each body in each month, as a coloured table. */
    public record Heat(List<String> months, List<Line> lines) {
        public record Line(String name, String href, List<Square> squares) {}

        /**
         * @param step 1 to 5; 0 without data
         */
        public record Square(String text, @Nullable String href, int step) {}
    }
}
