package org.dargah.ui;

import org.jspecify.annotations.Nullable;

/**
 * One part of an application.
 *
 * @param href null while the part is closed; then it is text, not a link
 * @param id to which an error summary links; empty for most
 */
public record Task(String title, String hint, @Nullable String href, Tag tag, String id) {

    public Task(String title, String hint, @Nullable String href, Tag tag) {
        this(title, hint, href, tag, "");
    }
}
