package org.dargah.inquiries.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Looks;
import org.dargah.exchange.Registry;
import org.dargah.inquiries.LookUps;
import org.dargah.inquiries.RightWords;
import org.dargah.kernel.InquiryId;
import org.dargah.ui.Fetched;
import org.dargah.ui.Row;
import org.dargah.ui.Tone;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says what came of an official's single question. */
@Component
class FoundWords {

    private final RightWords telling;
    private final Looks looks;

    FoundWords(RightWords telling, Looks looks) {
        this.telling = telling;
        this.looks = looks;
    }

    String key(String name, Words words) {
        String key = "inquiries.key." + name;
        return words.has(key) ? words.t(key) : name;
    }

    String label(Registry.Field field, Words words) {
        return words.pick(field.labelFa(), field.labelEn());
    }

    static HttpStatus status(LookUps.Result result) {
        return switch (result) {
            case LookUps.Result.Compared compared -> HttpStatus.OK;
            case LookUps.Result.Repeated repeated -> HttpStatus.CONFLICT;
            case LookUps.Result.TooMany many -> HttpStatus.TOO_MANY_REQUESTS;
            case LookUps.Result.Told told ->
                    switch (told.answer()) {
                        case Answer.Known known -> HttpStatus.OK;
                        case Answer.NotFound absent -> HttpStatus.OK;
                        case Answer.Refused refused -> HttpStatus.FORBIDDEN;
                        case Answer.Unreachable silent -> HttpStatus.SERVICE_UNAVAILABLE;
                    };
        };
    }

    FoundPage page(
            LookUps.Result result,
            LookUps.Wanted wanted,
            Registry registry,
            String again,
            Words words) {
        return switch (result) {
            case LookUps.Result.Compared(boolean matches, InquiryId id) ->
                    page(
                            matches ? Tone.OK : Tone.WARN,
                            matches ? "yes" : "no",
                            null,
                            rows(wanted, id, words),
                            again,
                            words);
            case LookUps.Result.Repeated repeated ->
                    page(Tone.WARN, "repeated", null, List.of(), again, words);
            case LookUps.Result.TooMany many ->
                    new FoundPage(
                            Tone.WARN,
                            words.t("inquiries.found.many"),
                            words.t("inquiries.found.many.text", many.mostAnHour()),
                            null,
                            List.of(),
                            again);
            case LookUps.Result.Told(Answer answer, InquiryId id) ->
                    told(answer, rows(wanted, id, words), registry, again, words);
        };
    }

    private FoundPage told(
            Answer answer, List<Row> asked, Registry registry, String again, Words words) {
        return switch (answer) {
            case Answer.Known known ->
                    page(Tone.OK, "known", fetched(known, registry, words), asked, again, words);
            case Answer.NotFound absent -> page(Tone.INFO, "not-found", null, asked, again, words);
            case Answer.Refused refused -> page(Tone.ERR, "refused", null, asked, again, words);
            case Answer.Unreachable silent ->
                    page(Tone.WARN, "unreachable", null, asked, again, words);
        };
    }

    private static FoundPage page(
            Tone tone,
            String name,
            @Nullable Fetched fetched,
            List<Row> asked,
            String again,
            Words words) {
        String key = "inquiries.found." + name;
        return new FoundPage(tone, words.t(key), words.t(key + ".text"), fetched, asked, again);
    }

    private List<Row> rows(LookUps.Wanted wanted, InquiryId id, Words words) {
        return List.of(
                new Row(
                        words.t("inquiries.right.purpose"),
                        telling.purpose(wanted.purpose(), words)),
                new Row(
                        words.t("inquiries.lookup.asked"),
                        looks.fields(wanted.registry(), wanted.fields(), words)),
                new Row(words.t("inquiries.lookup.reason"), words.prose(wanted.reason())),
                Row.code(words.t("inquiries.lookup.id"), id.toString()));
    }

    private Fetched fetched(Answer.Known known, Registry registry, Words words) {
        List<Row> rows =
                registry.fields().stream()
                        .filter(field -> known.field(field.name()).isPresent())
                        .map(
                                field ->
                                        new Row(
                                                label(field, words),
                                                value(
                                                        known.field(field.name()).orElseThrow(),
                                                        words)))
                        .toList();
        return new Fetched(
                words.t(
                        "inquiries.lookup.fetched",
                        words.pick(registry.titleFa(), registry.titleEn())),
                rows,
                known.at(),
                null);
    }

    /** Registries write dates and words for machines. */
    private static String value(String told, Words words) {
        if (told.matches("\\d{4}-(0[1-9]|1[0-2])-([0-2]\\d|3[01])")) {
            return words.date(LocalDate.parse(told));
        }
        String key = "inquiries.value." + told.toLowerCase(Locale.ROOT);
        return words.has(key) ? words.t(key) : words.prose(told);
    }
}
