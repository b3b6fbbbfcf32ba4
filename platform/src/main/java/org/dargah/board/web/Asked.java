package org.dargah.board.web;

import org.dargah.board.Listing;
import org.dargah.board.Month;
import org.dargah.board.Period;
import org.dargah.board.Scope;
import org.dargah.kernel.AgencyCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a reader of the board wants to see, and may.
 *
 * @param month null for the year up to now
 * @param last the month that is the last in tables by month
 */
record Asked(Scope scope, @Nullable Month month, Month last) {

    /** So many months stand in a table by month. */
    static final int MONTHS = 12;

    static final String BOARD = "/board";
    static final String CASES = "/board/cases";

    Period period() {
        return month == null ? Period.of(last.plus(1 - MONTHS), last) : Period.of(month);
    }

    Asked in(Month other) {
        return new Asked(scope, other, other);
    }

    Asked of(Scope other) {
        return new Asked(other, month, last);
    }

    /** One line of a breakdown: an agency, or an office when an agency was chosen. */
    Asked of(AgencyCode body) {
        return of(scope.isWholeProvince() ? scope.inAgency(body) : scope.inOffice(body));
    }

    String board() {
        return at(BOARD);
    }

    /** The same wish at another address. */
    String at(String path) {
        return address(path).encode().build().toUriString();
    }

    String cases(Listing listing) {
        return address(CASES).queryParam("list", listing.code()).encode().build().toUriString();
    }

    String cases(Listing listing, String after) {
        return address(CASES)
                .queryParam("list", listing.code())
                .queryParam("after", after)
                .encode()
                .build()
                .toUriString();
    }

    private UriComponentsBuilder address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (month != null) {
            address.queryParam("period", month.code());
        }
        if (scope.agency() != null) {
            address.queryParam("agency", scope.agency());
        }
        if (scope.office() != null) {
            address.queryParam("office", scope.office());
        }
        if (scope.service() != null) {
            address.queryParam("service", scope.service());
        }
        return address;
    }
}
