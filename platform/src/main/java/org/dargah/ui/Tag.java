package org.dargah.ui;

/** A status in one or two words. */
public record Tag(String text, Tone tone) {}
