package org.dargah.identity.web;

import org.dargah.identity.Passkeys;
import org.dargah.ui.Errors;

/**
 * @param wanted the page to go on to, or empty
 * @param place where passkeys work
 */
public record SignInPage(Typed typed, String wanted, Passkeys.Place place, Errors errors) {}
