package org.dargah.identity.web;

import java.util.List;
import org.dargah.identity.PasskeyId;
import org.dargah.ui.Errors;
import org.dargah.ui.Row;

/**
 * @param typed the name as typed
 * @param renamed true right after it got another name
 */
public record PasskeyPage(
        PasskeyId id, String name, String typed, List<Row> facts, boolean renamed, Errors errors) {}
