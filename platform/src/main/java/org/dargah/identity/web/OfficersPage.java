package org.dargah.identity.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * @param next address of the following rows, or null
 * @param link the one-time link just made, told once, or empty
 */
public record OfficersPage(
        DataTable officers,
        @Nullable String next,
        List<Option> agencies,
        List<Option> roles,
        String agency,
        String title,
        List<String> chosen,
        String link,
        Errors errors) {}
