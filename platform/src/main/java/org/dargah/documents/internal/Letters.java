package org.dargah.documents.internal;

/**
 * Text as the press needs it. Values come from people and registries, so signs that XML or the bidi
 * order would trip over go; the rest makes up for what FOP does with Persian.
 */
final class Letters {

    private Letters() {}

    static String forPress(String text) {
        return text.replaceAll(
                        "[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]", " ")
                // One sign, so that it is copied after its letter and not on a line of its own.
                .replace("\u0647\u0654", "\u06C0")
                // FOP takes these for letters and would join the word to them; a ZWNJ parts them.
                .replaceAll("(?<=\\p{L})(?=[\\u061B\\u061F])", "\u200C");
    }
}
