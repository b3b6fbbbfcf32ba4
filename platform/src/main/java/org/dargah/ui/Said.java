package org.dargah.ui;

import java.time.Instant;

/** A message between office and citizen; {@code mine} when the reader wrote it. */
public record Said(String text, String who, Instant at, boolean mine) {}
