package org.dargah.identity.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * @param next address of the following rows, or null
 * @param id of the client just admitted, or empty
 * @param secret of the client just admitted, told once, or empty
 * @param asks whether the client just admitted needs a key or a certificate
 */
public record ClientsPage(
        DataTable clients,
        @Nullable String next,
        List<Option> agencies,
        List<Option> scopes,
        String title,
        String agency,
        List<String> chosen,
        String id,
        String secret,
        boolean asks,
        Errors errors) {

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "ClientsPage";
    }
}
