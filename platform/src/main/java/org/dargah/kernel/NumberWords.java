package org.dargah.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whole numbers in words, so that nobody pays a nought too much. */
final class NumberWords {

    private static final String[] FA_ONES = {
        "", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده",
        "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"
    };
    private static final String[] FA_TENS = {
        "", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"
    };
    private static final String[] FA_HUNDREDS = {
        "", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"
    };
    private static final String[] FA_GROUPS = {
        "", "هزار", "میلیون", "میلیارد", "تریلیون", "کوادریلیون", "کوینتیلیون"
    };
    private static final String[] EN_ONES = {
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] EN_TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] EN_GROUPS = {
        "", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion"
    };

    private NumberWords() {}

    static String of(long number, Locale locale) {
        boolean persian = PersianText.isPersian(locale);
        if (number == 0) {
            return persian ? "صفر" : "zero";
        }
        List<String> parts = new ArrayList<>();
        long rest = number;
        for (int group = 0; rest > 0; group++, rest /= 1000) {
            int three = (int) (rest % 1000);
            if (three > 0) {
                parts.addFirst(persian ? persian(three, group) : english(three, group));
            }
        }
        return String.join(persian ? " و " : " ", parts);
    }

    private static String persian(int three, int group) {
        List<String> words = new ArrayList<>();
        add(words, FA_HUNDREDS[three / 100]);
        add(words, three % 100 < 20 ? FA_ONES[three % 100] : FA_TENS[three % 100 / 10]);
        add(words, three % 100 < 20 ? "" : FA_ONES[three % 10]);
        String said = three == 1 && group == 1 ? "" : String.join(" و ", words);
        return (said + " " + FA_GROUPS[group]).strip();
    }

    private static String english(int three, int group) {
        List<String> words = new ArrayList<>();
        add(words, three >= 100 ? EN_ONES[three / 100] + " hundred" : "");
        String ones = EN_ONES[three % 10];
        String tens = EN_TENS[three % 100 / 10] + (ones.isEmpty() ? "" : "-" + ones);
        add(words, three % 100 < 20 ? EN_ONES[three % 100] : tens);
        return (String.join(" ", words) + " " + EN_GROUPS[group]).strip();
    }

    private static void add(List<String> words, String word) {
        if (!word.isEmpty()) {
            words.add(word);
        }
    }
}
