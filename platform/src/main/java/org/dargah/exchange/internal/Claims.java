package org.dargah.exchange.internal;

import java.util.Map;
import java.util.regex.Pattern;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.PersianText;

/**
 * Compares what somebody claims with what a registry knows, as a clerk would who reads Persian: the
 * families of letters, spaces, ZWNJ, marks and digits make no difference, and a date may stand in
 * the Iranian or the international calendar.
 */
public final class Claims {

    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");

    private Claims() {}

    /** True when each claim is so. What the registry does not know agrees with nothing. */
    public static boolean agree(Map<String, String> claims, Map<String, String> known) {
        return !claims.isEmpty()
                && claims.entrySet().stream()
                        .allMatch(
                                claim ->
                                        known.containsKey(claim.getKey())
                                                && same(
                                                        claim.getValue(),
                                                        known.getOrDefault(claim.getKey(), "")));
    }

    private static boolean same(String claimed, String known) {
        return plain(claimed).equals(plain(known));
    }

    private static String plain(String text) {
        String folded = PersianText.fold(text);
        String dated =
                JalaliDate.parse(folded).map(date -> date.toLocalDate().toString()).orElse(folded);
        return BETWEEN.matcher(dated).replaceAll("");
    }
}
