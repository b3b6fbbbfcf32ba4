package org.dargah.evidence;

/** A thing whose record is being written, with the place that it gets. */
public record Left<T>(Place place, T thing) {}
