package org.dargah.ui;

/** An entry of a marked list; the second line may be empty. */
public record Item(String text, String detail) {}
