package org.dargah.cases.web;

/**
 * A last question before something that cannot be undone.
 *
 * @param action where the yes goes
 * @param back where the no goes
 */
public record ConfirmPage(String title, String text, String yes, String action, String back) {}
