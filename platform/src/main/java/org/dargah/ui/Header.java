package org.dargah.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * What the faces, which know people and places, put around every page. One bean of an upper floor
 * fills it; without one a page has no links.
 */
public interface Header {

    String place(HttpServletRequest request, Words words);

    List<Link> links(HttpServletRequest request, Words words);

    List<Link> footerLinks(HttpServletRequest request, Words words);

    String remark(HttpServletRequest request, Words words);

    /**
     * What is offered on this very page; it may be another or nothing on the next.
     *
     * @param page the path and query to return to
     */
    default Optional<Offer> offer(HttpServletRequest request, String page, Words words) {
        return Optional.empty();
    }
}
