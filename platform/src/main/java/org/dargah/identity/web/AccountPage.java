package org.dargah.identity.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Row;

/**
 * @param changed true right after the password was changed
 */
public record AccountPage(List<Row> facts, boolean changed, boolean administrator, Errors errors) {}
