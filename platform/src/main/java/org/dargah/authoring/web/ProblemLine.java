package org.dargah.authoring.web;

import org.jspecify.annotations.Nullable;

/**
 * One problem of a pack.
 *
 * @param place file and line, as they are
 * @param href to that line in the editor; null where nothing can be opened
 * @param text what is wrong and what to do, in the reader's language
 * @param said what the checking program said, where no sentence of ours knows it; else empty
 */
public record ProblemLine(String place, @Nullable String href, String text, String said) {}
