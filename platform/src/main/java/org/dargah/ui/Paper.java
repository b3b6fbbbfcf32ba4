package org.dargah.ui;

import org.jspecify.annotations.Nullable;

/**
 * A row of a list of documents.
 *
 * @param detail type, size, from whom, when
 * @param href null while the document is still to come
 */
public record Paper(String title, String detail, @Nullable String href) {}
