package org.dargah.ui;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.kernel.Rial;

/** One message of a bundle, with or without places to fill. */
record Sentence(String pattern) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final char ISOLATE = '\u2068';
    private static final char LEFT_TO_RIGHT = '\u2066';
    private static final char END = '\u2069';

    String fill(Words words, Object... values) {
        if (values.length == 0) {
            return pattern;
        }
        return pattern.contains("plural") ? choose(words, values) : replace(words, values);
    }

    private String replace(Words words, Object... values) {
        return PLACE.matcher(pattern)
                .replaceAll(
                        place -> {
                            int index = Integer.parseInt(place.group(1));
                            String text =
                                    index < values.length
                                            ? read(words, values[index])
                                            : place.group();
                            return Matcher.quoteReplacement(text);
                        });
    }

    /** ICU knows the plural forms of each language; everything but the counts is text already. */
    private String choose(Words words, Object... values) {
        Object[] read = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            read[i] = values[i] instanceof Number ? values[i] : read(words, values[i]);
        }
        return new MessageFormat(pattern, ULocale.forLocale(words.locale())).format(read);
    }

    private static String read(Words words, Object value) {
        return switch (value) {
            case Integer number -> words.number(number);
            case Long number -> words.number(number);
            case Rial amount -> words.money(amount);
            case LocalDate date -> words.longDate(date);
            case Instant moment -> words.moment(moment);
            default -> isolated(value.toString(), words.isPersian());
        };
    }

    /** Text of the other direction would pull the punctuation around it to the wrong side. */
    static String isolated(String text, boolean persian) {
        IntPredicate foreign =
                persian
                        ? c -> c < 0x250 && Character.isLetter(c)
                        : c -> c >= 0x590 && Character.isLetter(c);
        if (text.chars().anyMatch(foreign)) {
            return ISOLATE + text + END;
        }
        return isNumberWithMarks(text) ? LEFT_TO_RIGHT + text + END : text;
    }

    /** As 76137-12345: alone, its parts would change places in a line of Persian. */
    private static boolean isNumberWithMarks(String text) {
        return text.chars().noneMatch(Character::isLetter)
                && text.chars().anyMatch(Character::isDigit)
                && !text.chars().allMatch(Character::isDigit);
    }
}
