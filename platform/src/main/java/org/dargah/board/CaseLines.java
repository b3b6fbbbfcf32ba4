package org.dargah.board;

import java.util.List;
import java.util.Optional;
import org.dargah.kernel.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next where the next page goes on; null on the last
 */
public record CaseLines(List<CaseLine> lines, @Nullable After next) {

    public CaseLines {
        lines = List.copyOf(lines);
    }

    /**
     * The last case of the page before.
     *
     * @param key its due day, or its days where the list stands by them
     */
    public record After(String key, CaseId id) {

        /** Reads what {@link #code} wrote; empty for anything else. */
        public static Optional<After> parse(Listing listing, String code) {
            int cut = code.indexOf('_');
            String form =
                    listing.isDecided()
                            ? "-?\\d{1,7}(\\.\\d{1,20})?(E-?\\d{1,3})?"
                            : "\\d{4}-\\d{2}-\\d{2}";
            return cut > 0 && code.substring(0, cut).matches(form)
                    ? CaseId.parse(code.substring(cut + 1))
                            .map(id -> new After(code.substring(0, cut), id))
                    : Optional.empty();
        }

        public String code() {
            return key + "_" + id;
        }
    }
}
