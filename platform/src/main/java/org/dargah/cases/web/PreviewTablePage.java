package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.Item;

/**
 * A page of a preview that asks for a table.
 *
 * @param home the secret address
 * @param rows how many rows the example brings
 * @param carried what the preview carries from page to page
 */
public record PreviewTablePage(
        String title,
        String label,
        String hint,
        String home,
        String action,
        int number,
        int of,
        List<Item> columns,
        int rows,
        String carried) {}
