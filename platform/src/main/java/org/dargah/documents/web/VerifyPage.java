package org.dargah.documents.web;

import org.dargah.ui.Errors;

/**
 * The page that asks for a code or a file.
 *
 * @param code as typed
 * @param limit the largest file, in bytes
 */
public record VerifyPage(String code, long limit, Errors errors) {}
