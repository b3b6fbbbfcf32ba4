package org.dargah.board.web;

import org.dargah.board.Listing;
import org.dargah.board.Measure;
import org.dargah.ui.Cell;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them, each with the way to the cases that it is made of. */
record Figures(Words words) {

    static final String NO_DATA = "—";

    /** A count of nothing has no list to lead to. */
    Cell count(Listing listing, Measure measure, Asked asked) {
        int count = measure.count(listing);
        return new Cell.Figure(words.number(count), count == 0 ? null : asked.cases(listing));
    }

    Cell share(Measure measure, Asked asked) {
        return decided(share(measure), measure, asked);
    }

    Cell days(@Nullable Double days, Measure measure, Asked asked) {
        return decided(days(days), measure, asked);
    }

    private static Cell decided(String text, Measure measure, Asked asked) {
        return new Cell.Figure(text, measure.decided() == 0 ? null : asked.cases(Listing.DECIDED));
    }

    Cell score(Measure measure, Asked asked) {
        return new Cell.Figure(
                score(measure), measure.rated() == 0 ? null : asked.cases(Listing.RATED));
    }

    String share(Measure measure) {
        Double share = measure.onTimeShare();
        return share == null ? NO_DATA : words.decimal(share, 1);
    }

    String days(@Nullable Double days) {
        return days == null ? NO_DATA : words.decimal(days, 1);
    }

    String score(Measure measure) {
        Double score = measure.score();
        return score == null ? NO_DATA : words.decimal(score, 1);
    }
}
