package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Row;

/**
 * Taking a document back.
 *
 * @param about the document
 * @param reason as typed, when the form comes back
 */
public record RevocationPage(
        String code, String action, List<Row> about, String reason, Errors errors) {}
