package org.dargah.portal.web;

import java.util.List;
import org.dargah.ui.Link;

/**
 * The first page.
 *
 * @param examples searches to try
 * @param offers the first services of the catalogue
 * @param count of all services
 */
public record HomePage(
        List<Link> examples, List<LifeMoment> moments, List<Offer> offers, int count) {

    static final int SHOWN = 8;

    /** True when the list of all services holds more than this page. */
    public boolean isCut() {
        return count > offers.size();
    }
}
