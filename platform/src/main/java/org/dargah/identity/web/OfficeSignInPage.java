package org.dargah.identity.web;

import org.dargah.ui.Errors;

/**
 * @param wanted the page to go on to, or empty
 */
public record OfficeSignInPage(String username, String wanted, Errors errors) {}
