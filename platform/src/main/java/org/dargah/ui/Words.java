package org.dargah.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Rial;
import org.dargah.kernel.Tehran;

/**
 * What a page says, in the language of its reader: sentences by their key, and numbers, money and
 * dates as people read them. Each template receives one as {@code words}.
 */
public final class Words {

    private static final Pattern WORD_WITH_DIGITS =
            Pattern.compile("[A-Za-z0-9@._:/?=&-]*[0-9][A-Za-z0-9@._:/?=&-]*");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");

    public static final Locale PERSIAN = Locale.of("fa", "IR");
    public static final Locale ENGLISH = Locale.of("en");

    private final Locale locale;
    private final Map<String, Sentence> sentences;

    Words(Locale locale, Map<String, Sentence> sentences) {
        this.locale = locale;
        this.sentences = sentences;
    }

    /**
     * The sentence of a key, its {@code {0}}, {@code {1}} … filled: numbers, {@link Rial}, {@link
     * LocalDate} and {@link Instant} as they are read; text in the other script is isolated. {@code
     * {0, plural, one {# day} other {# days}}} is understood.
     *
     * @throws IllegalArgumentException when no bundle has the key: a bug, found by the tests
     */
    public String t(String key, Object... values) {
        Sentence sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("No message " + key + " in " + locale);
        }
        return sentence.fill(this, values);
    }

    /** For keys made of a code that comes from data. */
    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    /** The half of a text that data brings in both languages. */
    public String pick(String persian, String english) {
        return isPersian() || english.isBlank() ? persian : english;
    }

    /** «الف، ب», a, b. What is of the other direction stays together. */
    public String list(Collection<String> parts) {
        return parts.stream()
                .map(part -> Sentence.isolated(part, isPersian()))
                .collect(Collectors.joining(isPersian() ? "، " : ", "));
    }

    public String list(String... parts) {
        return list(List.of(parts));
    }

    public Locale locale() {
        return locale;
    }

    public boolean isPersian() {
        return PERSIAN.equals(locale);
    }

    public String dir() {
        return isPersian() ? "rtl" : "ltr";
    }

    public String lang() {
        return locale.toLanguageTag();
    }

    /** «۱٬۲۰۰», 1,200. */
    public String number(long number) {
        String grouped = String.format(Locale.ROOT, "%,d", Math.abs(number));
        return sign(number < 0) + digits(isPersian() ? grouped.replace(',', '٬') : grouped);
    }

    /** «۳٫۵», 3.5; at most this many places, no trailing zeros. */
    public String decimal(double number, int places) {
        String plain =
                new BigDecimal(number).setScale(places, RoundingMode.HALF_UP).abs().toPlainString();
        String trimmed = plain.contains(".") ? plain.replaceAll("\\.?0+$", "") : plain;
        return sign(number < 0) + digits(isPersian() ? trimmed.replace('.', '٫') : trimmed);
    }

    private static String sign(boolean negative) {
        return negative ? "−" : "";
    }

    /** Digits as the reader sees them, everything else as it is. */
    public String digits(String text) {
        return PersianText.digits(text, locale);
    }

    /**
     * What somebody wrote, with its digits as the reader sees them; codes and addresses, which have
     * Latin letters beside their digits, stay as they are.
     */
    public String prose(String text) {
        return WORD_WITH_DIGITS
                .matcher(text)
                .replaceAll(
                        word ->
                                Matcher.quoteReplacement(
                                        LATIN.matcher(word.group()).find()
                                                ? word.group()
                                                : digits(word.group())));
    }

    /** «۱٬۲۰۰٬۰۰۰ ریال», or the word for free. */
    public String money(Rial amount) {
        return amount.isZero() ? t("ui.free") : amount.text(locale);
    }

    /** «۱ آذر ۱۴۰۵», 1 Azar 1405. */
    public String date(LocalDate date) {
        return JalaliDate.of(date).text(locale);
    }

    /** «یکشنبه ۱ آذر ۱۴۰۵», Sunday 1 Azar 1405. */
    public String longDate(LocalDate date) {
        return JalaliDate.of(date).longText(locale);
    }

    /** «۱۴۰۵/۰۹/۰۱», for tables. */
    public String shortDate(LocalDate date) {
        return JalaliDate.of(date).shortText(locale);
    }

    /** «۱ آذر ۱۴۰۵، ساعت ۱۳:۲۰», 1 Azar 1405, 13:20. */
    public String moment(Instant at) {
        return Tehran.momentText(at, locale);
    }

    /** For the {@code datetime} of a {@code <time>}. */
    public String machineTime(Instant at) {
        return at.atZone(Tehran.ZONE).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** «۲٫۱ مگابایت», 2.1 MB. */
    public String fileSize(long bytes) {
        return bytes < 1_000_000
                ? t("ui.size.kilobytes", Math.max(1, bytes / 1000))
                : t("ui.size.megabytes", decimal(bytes / 1_000_000.0, 1));
    }
}
