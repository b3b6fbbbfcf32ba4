package org.dargah.catalog;

/**
 * What is wrong with one answer.
 *
 * @param sentence what to do about it, in words
 */
public record FieldProblem(String field, Text sentence) {}
