package org.dargah.ui;

import java.util.List;

/** One way to decide, with the questions that it opens. */
public record Choice(String value, String label, List<Field> questions) {}
