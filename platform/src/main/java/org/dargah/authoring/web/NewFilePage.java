package org.dargah.authoring.web;

import org.dargah.ui.Errors;

/**
 * The name of a file that is to be added.
 *
 * @param here the address of the draft
 */
public record NewFilePage(String title, String here, String path, Errors errors) {}
