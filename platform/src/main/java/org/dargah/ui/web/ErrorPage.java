package org.dargah.ui.web;

/**
 * One refusal in plain words.
 *
 * @param kind the part of the message keys that names it, such as {@code 404}
 */
public record ErrorPage(String kind) {}
