package org.dargah.messages;

/**
 * The text of an SMS. Persian is sent in UCS-2: 70 signs in one part, 67 in each of several; plain
 * Latin in the 7-bit alphabet: 160 and 153 (3GPP TS 23.038 and 23.040).
 */
public record SmsText(String text) {

    /** Longer texts belong on a page, with a link to it. */
    public static final int MOST_PARTS = 6;

    /** ASCII signs that the 7-bit alphabet spells with two units, or lacks. */
    private static final String TWO_UNITS = "^{}[]~\\|";

    private static final String LACKING = "`";

    public SmsText {
        if (text.isBlank()) {
            throw new IllegalArgumentException("An SMS says something");
        }
        if (parts(text) > MOST_PARTS) {
            throw new IllegalArgumentException("An SMS of " + parts(text) + " parts is too long");
        }
    }

    /** How many parts are sent, and paid for. */
    public int parts() {
        return parts(text);
    }

    private static int parts(String text) {
        return text.chars().allMatch(SmsText::isSevenBit)
                ? parts(text.chars().map(c -> TWO_UNITS.indexOf(c) < 0 ? 1 : 2).sum(), 160, 153)
                : parts(text.length(), 70, 67);
    }

    private static int parts(int units, int alone, int joined) {
        return units <= alone ? 1 : Math.ceilDiv(units, joined);
    }

    private static boolean isSevenBit(int sign) {
        return sign == '\n' || (sign >= ' ' && sign <= '~' && LACKING.indexOf(sign) < 0);
    }

    /** Texts hold codes and names, so they stay out of logs. */
    @Override
    public String toString() {
        return "SmsText[masked]";
    }
}
