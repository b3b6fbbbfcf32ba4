package org.dargah.acts;

/** An act that is about to be recorded, with the line about it. */
public record Noted(Act act, Entry entry) {}
