package org.dargah.authoring.web;

import org.dargah.ui.Errors;

/**
 * A last question before something that many people notice.
 *
 * @param action where the yes goes
 * @param back where the no goes
 * @param asksReason true when history must show why
 */
public record ConfirmPage(
        String title,
        String text,
        String yes,
        String action,
        String back,
        boolean asksReason,
        String reason,
        Errors errors) {}
