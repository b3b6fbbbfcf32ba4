package org.dargah.ui.web;

/** A problem type; its name is part of its message keys. */
public record ProblemPage(String name) {}
