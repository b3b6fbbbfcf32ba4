package org.dargah.ui;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a board.
 *
 * @param unit a word after the figure, or empty
 * @param detail a comparison in words, or empty
 * @param href the list behind the figure, or null
 */
public record Tile(String name, String figure, String unit, String detail, @Nullable String href) {}
