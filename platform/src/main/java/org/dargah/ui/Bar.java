package org.dargah.ui;

import org.jspecify.annotations.Nullable;

/**
 * One row of a ranking.
 *
 * @param percent 0 to 100
 * @param text the figure in words
 * @param low true below the target
 */
public record Bar(
        String name, @Nullable String href, int percent, String text, boolean low, String detail) {}
