package org.dargah.identity.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Row;
import org.jspecify.annotations.Nullable;

/**
 * One program: what it proves itself with, and its closing.
 *
 * @param keys null when it has none
 * @param certificates null when it has none
 * @param key as pasted
 * @param request as pasted
 */
public record ClientPage(
        String id,
        String title,
        List<Row> facts,
        @Nullable DataTable keys,
        @Nullable DataTable certificates,
        String key,
        String request,
        Errors errors) {}
