package org.dargah.documents.internal;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A name as strangers see it: enough for somebody who holds the paper to compare, too little for
 * somebody who does not know it. The dots are always three, so that they tell no length.
 */
public final class MaskedName {

    private MaskedName() {}

    public static String of(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + "•••")
                .collect(Collectors.joining(" "));
    }
}
