package org.dargah.ui;

/** One of the few facts under a title: cost, time, validity. The small line may be empty. */
public record Fact(String name, String value, String small) {}
