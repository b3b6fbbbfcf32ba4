package org.dargah.ui;

import org.jspecify.annotations.Nullable;

/** The way through a long list by key: to its start, and on. */
public record Pager(@Nullable String first, @Nullable String next) {

    public boolean isNeeded() {
        return first != null || next != null;
    }
}
