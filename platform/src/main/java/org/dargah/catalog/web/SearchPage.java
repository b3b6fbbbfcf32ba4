package org.dargah.catalog.web;

import java.util.List;

/**
 * What was searched and what was found.
 *
 * @param query as it was typed; empty before the first search
 */
public record SearchPage(String query, List<Found> found) {

    /** A service in the list. */
    public record Found(
            String title, String href, String summary, String agency, String time, String cost) {}

    public SearchPage {
        found = List.copyOf(found);
    }

    public boolean isAsked() {
        return !query.isEmpty();
    }
}
