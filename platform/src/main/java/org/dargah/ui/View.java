package org.dargah.ui;

/** A stored view of a list with how many stand in it. */
public record View(String title, String href, long count, boolean current) {}
