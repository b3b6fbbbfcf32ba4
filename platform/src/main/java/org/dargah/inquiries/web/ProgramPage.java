package org.dargah.inquiries.web;

import org.dargah.ui.DataTable;
import org.jspecify.annotations.Nullable;

/**
 * One program, body or group and its rights.
 *
 * @param rights null when it has none
 * @param members where those of a group stand; null for a program
 * @param mayAsk whether it was admitted for inquiries at all
 */
public record ProgramPage(
        String id,
        String title,
        String agency,
        @Nullable DataTable rights,
        boolean mayAsk,
        @Nullable String members) {}
