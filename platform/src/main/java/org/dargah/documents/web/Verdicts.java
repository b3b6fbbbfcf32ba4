package org.dargah.documents.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dargah.documents.Verification;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Row;
import org.dargah.ui.Tone;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;

/** Puts a verification into words. */
final class Verdicts {

    /** What was brought to be checked: the advice differs. */
    enum Brought {
        CODE,
        FILE
    }

    private static final String PREFIX = "documents.verdict.";

    private final Words words;
    private final Brought brought;

    Verdicts(Words words, Brought brought) {
        this.words = words;
        this.brought = brought;
    }

    /** What may come out, for whoever has not asked yet. */
    static List<Row> meanings(Words words) {
        return Stream.of("genuine", "altered", "revoked", "unknown")
                .map(
                        verdict ->
                                new Row(
                                        words.t(PREFIX + verdict + ".name"),
                                        words.t(PREFIX + verdict + ".means")))
                .toList();
    }

    VerdictPage page(Verification verification) {
        return switch (verification) {
            case Verification.Genuine(Verification.Face face, boolean expired) when expired ->
                    page(Tone.WARN, "expired", face, validUntil(face));
            case Verification.Genuine(Verification.Face face, _) -> page(Tone.OK, "genuine", face);
            case Verification.Revoked(Verification.Face face, var at, String reason) ->
                    page(Tone.ERR, "revoked", face, words.date(Tehran.dateOf(at)), reason);
            case Verification.Replaced(Verification.Face face, var at) ->
                    page(Tone.WARN, "replaced", face, words.date(Tehran.dateOf(at)));
            case Verification.Altered(var original) -> page(Tone.ERR, "altered", original);
            case Verification.Unknown() -> page(Tone.WARN, "unknown", null);
        };
    }

    private VerdictPage page(
            Tone tone, String verdict, Verification.@Nullable Face face, Object... values) {
        String key = PREFIX + verdict;
        List<String> text = new ArrayList<>();
        text.add(words.t(key + ".what", values));
        String advice = key + "." + brought.name().toLowerCase(Locale.ROOT);
        if (words.has(advice)) {
            text.add(words.t(advice));
        }
        return new VerdictPage(
                tone,
                words.t(key + ".word"),
                words.t(key + ".title"),
                text,
                words.t(verdict.equals("altered") ? PREFIX + "facts.original" : PREFIX + "facts"),
                face == null ? List.of() : facts(face));
    }

    private List<Row> facts(Verification.Face face) {
        List<Row> facts = new ArrayList<>();
        facts.add(new Row(words.t(PREFIX + "document"), face.title()));
        facts.add(new Row(words.t(PREFIX + "agency"), face.agencyTitle()));
        facts.add(new Row(words.t(PREFIX + "holder"), face.holderMasked()));
        facts.add(Row.code(words.t(PREFIX + "number"), face.number()));
        facts.add(
                new Row(
                        words.t(PREFIX + "issued"),
                        words.longDate(Tehran.dateOf(face.issuedAt()))));
        facts.add(new Row(words.t(PREFIX + "valid-until"), validUntil(face)));
        return facts;
    }

    private String validUntil(Verification.Face face) {
        LocalDate until = face.validUntil();
        return until == null ? words.t(PREFIX + "no-end") : words.date(until);
    }
}
