package org.dargah.authoring.web;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dargah.catalog.Difference;
import org.dargah.catalog.Difference.Said;
import org.dargah.catalog.Differences;
import org.dargah.catalog.Service;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;

/** Two versions of a service, in sentences and side by side. */
@Component
class DifferenceWords {

    DifferencesView between(Service before, Service after, Words words) {
        return between(before, after, words.t("authoring.diff.version", after.number()), words);
    }

    /** What a draft would change; its number is not given before it is published. */
    DifferencesView ofDraft(Service current, Service draft, Words words) {
        return between(current, draft, words.t("authoring.diff.draft"), words);
    }

    private static DifferencesView between(
            Service before, Service after, String afterName, Words words) {
        List<Difference> all = Differences.between(before, after);
        Map<Difference.Part, List<DifferencesView.Line>> parts =
                new EnumMap<>(Difference.Part.class);
        for (Difference one : all) {
            parts.computeIfAbsent(one.part(), part -> new ArrayList<>()).add(line(one, words));
        }
        return new DifferencesView(
                words.t("authoring.diff.version", before.number()),
                afterName,
                parts.entrySet().stream()
                        .map(
                                part ->
                                        new DifferencesView.Part(
                                                words.t(
                                                        "authoring.diff.part."
                                                                + code(part.getKey())),
                                                part.getValue()))
                        .toList(),
                all.isEmpty());
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static DifferencesView.Line line(Difference one, Words words) {
        String about = said(one.about(), words);
        String what = words.t("authoring.diff.what." + one.what());
        String how = words.t("authoring.diff." + code(one.how()), what);
        return new DifferencesView.Line(
                about.isEmpty() ? how : words.t("authoring.diff.about", about, how),
                isCode(one.before()) || isCode(one.after()),
                said(one.before(), words),
                said(one.after(), words));
    }

    private static boolean isCode(Said said) {
        return said instanceof Said.Code(String code) && code.matches("\\p{ASCII}.*");
    }

    private static String said(Said said, Words words) {
        return switch (said) {
            case Said.Nothing nothing -> "";
            case Said.Words(var text) -> words.pick(text.fa(), text.en());
            case Said.Word(String key) -> words.t(key);
            case Said.Count(long number) -> words.number(number);
            case Said.Days(int days) -> words.t("catalog.working-days", days);
            case Said.Money(var amount) -> words.money(amount);
            case Said.Span(Period period) -> period(period, words);
            case Said.Time(Duration duration) -> duration(duration, words);
            case Said.Numbered(int number) -> words.t("authoring.diff.condition", number);
            case Said.Code(String code) -> code;
            case Said.All(List<Said> all) ->
                    String.join(
                            words.isPersian() ? "؛ " : "; ",
                            all.stream().map(one -> said(one, words)).toList());
        };
    }

    private static String period(Period period, Words words) {
        var parts = new ArrayList<String>();
        for (ChronoUnit unit : List.of(ChronoUnit.YEARS, ChronoUnit.MONTHS, ChronoUnit.DAYS)) {
            if (period.get(unit) > 0) {
                parts.add(words.t("catalog." + code(unit), period.get(unit)));
            }
        }
        return String.join(words.t("catalog.and"), parts);
    }

    private static String duration(Duration duration, Words words) {
        return duration.toDays() > 0
                ? words.t("catalog.working-days", duration.toDays())
                : words.t("authoring.diff.minutes", duration.toMinutes());
    }
}
