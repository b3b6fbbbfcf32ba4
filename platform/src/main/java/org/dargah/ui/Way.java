package org.dargah.ui;

import org.jspecify.annotations.Nullable;

/** A way on which a service is reached: online, counter, telephone. */
public record Way(String title, String text, @Nullable Link link) {}
