package org.dargah.identity.web;

import org.dargah.ui.Errors;

/**
 * @param wanted the page to go on to, or empty
 */
public record SignInPage(Typed typed, String wanted, Errors errors) {}
