package org.dargah.ui;

/** A condition of a service under the permanent number that a refusal cites. */
public record Condition(int number, String text, String hint) {}
