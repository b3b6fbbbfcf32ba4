package org.dargah.portal.web;

import org.springframework.web.util.UriComponentsBuilder;

/** Addresses that the portal builds. */
final class Addresses {

    private Addresses() {}

    static String search(String query) {
        return UriComponentsBuilder.fromPath("/search")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(query)
                .toUriString();
    }
}
