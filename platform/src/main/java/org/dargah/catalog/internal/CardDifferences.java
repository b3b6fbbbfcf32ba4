package org.dargah.catalog.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Condition;
import org.dargah.catalog.Difference;
import org.dargah.catalog.Difference.Part;
import org.dargah.catalog.Difference.Said;
import org.dargah.catalog.Fees;
import org.dargah.catalog.IdentityCard;
import org.dargah.catalog.Output;
import org.dargah.catalog.Service;
import org.dargah.catalog.Terms;
import org.dargah.catalog.When;
import org.jspecify.annotations.Nullable;

/** What differs in service.yaml and in the documents that it issues. */
public final class CardDifferences {

    private final Comparison found = new Comparison();
    private final Service before;
    private final Service after;

    private CardDifferences(Service before, Service after) {
        this.before = before;
        this.after = after;
    }

    public static List<Difference> between(Service before, Service after) {
        var differences = new CardDifferences(before, after);
        differences.card();
        differences.terms();
        differences.conditions();
        differences.asks();
        differences.papers();
        differences.fees();
        differences.outputs();
        new PeopleDifferences(before, after, differences.found).compare();
        return differences.found.all();
    }

    private void card() {
        text("title", Said.of(before.title()), Said.of(after.title()));
        text("summary", Said.of(before.summary()), Said.of(after.summary()));
        text("gives", Said.of(before.gives()), Said.of(after.gives()));
        IdentityCard old = before.card();
        IdentityCard fresh = after.card();
        text("legalBasis", Said.of(old.legalBasis()), Said.of(fresh.legalBasis()));
        text("audience", words("audience", old.audiences()), words("audience", fresh.audiences()));
        text("nature", word("nature", old.nature()), word("nature", fresh.nature()));
        text("level", word("level", old.level()), word("level", fresh.level()));
        text(
                "lifeEvent",
                new Said.Word("catalog.event." + old.lifeEvent().slug()),
                new Said.Word("catalog.event." + fresh.lifeEvent().slug()));
        text(
                "businessEvent",
                word("businessEvent", old.businessEvent()),
                word("businessEvent", fresh.businessEvent()));
        text("trigger", word("trigger", old.trigger()), word("trigger", fresh.trigger()));
        text("yearlyVolume", number(old.yearlyVolume()), number(fresh.yearlyVolume()));
        text(
                "meanTime",
                old.meanTime().<Said>map(Said.Time::new).orElse(Said.NOTHING),
                fresh.meanTime().<Said>map(Said.Time::new).orElse(Said.NOTHING));
        text("visits", new Said.Count(old.visits()), new Said.Count(fresh.visits()));
        text("decision", decision(before), decision(after));
        text("channels", channels(before), channels(after));
        text("sample", sample(before), sample(after));
        text(
                "searchWords",
                Said.code(String.join("، ", before.search().words())),
                Said.code(String.join("، ", after.search().words())));
    }

    private void text(String what, Said old, Said fresh) {
        found.compare(Part.CARD, what, old, fresh);
    }

    private static Said words(String field, Collection<? extends Enum<?>> words) {
        return new Said.All(
                words.stream().sorted().map(one -> word(field, Optional.of(one))).toList());
    }

    private static Said word(String field, Optional<? extends Enum<?>> word) {
        return word.<Said>map(
                        one ->
                                new Said.Word(
                                        "catalog.card." + field + "." + IdentityCard.slug(one)))
                .orElse(Said.NOTHING);
    }

    private static Said number(OptionalInt number) {
        return number.isPresent() ? new Said.Count(number.getAsInt()) : Said.NOTHING;
    }

    private static Said decision(Service service) {
        return new Said.Word(
                service.decidesItself()
                        ? "authoring.diff.decision.automatic"
                        : "authoring.diff.decision.officer");
    }

    private static Said channels(Service service) {
        return new Said.All(
                service.channels().stream()
                        .sorted()
                        .<Said>map(
                                channel ->
                                        new Said.Word("catalog.way." + IdentityCard.slug(channel)))
                        .toList());
    }

    private static Said sample(Service service) {
        return service.sample() ? new Said.Word("authoring.diff.sample") : Said.NOTHING;
    }

    private void terms() {
        Terms old = before.terms();
        Terms fresh = after.terms();
        time("workingDays", new Said.Days(old.workingDays()), new Said.Days(fresh.workingDays()));
        time("extension", extension(old), extension(fresh));
        time("silence", silence(old), silence(fresh));
        time("validity", validity(old), validity(fresh));
        time(
                "onlineMinutes",
                new Said.Count(old.onlineMinutes()),
                new Said.Count(fresh.onlineMinutes()));
    }

    private void time(String what, Said old, Said fresh) {
        found.compare(Part.TIME, what, old, fresh);
    }

    private static Said extension(Terms terms) {
        return terms.extension()
                .<Said>map(
                        extension ->
                                new Said.All(
                                        java.util.stream.Stream.concat(
                                                        java.util.stream.Stream.<Said>of(
                                                                new Said.Days(
                                                                        extension.workingDays())),
                                                        extension.reasons().stream()
                                                                .map(r -> Said.of(r.text())))
                                                .toList()))
                .orElse(Said.NOTHING);
    }

    private static Said silence(Terms terms) {
        Terms.Silence silence = terms.silence();
        Said meaning =
                new Said.Word("catalog.card.silence." + IdentityCard.slug(silence.meaning()));
        return silence.body()
                .<Said>map(body -> new Said.All(List.of(meaning, Said.code(body.value()))))
                .orElse(meaning);
    }

    private static Said validity(Terms terms) {
        return terms.validity().<Said>map(Said.Span::new).orElse(new Said.Word("catalog.for-ever"));
    }

    private void conditions() {
        found.each(
                before.conditions(),
                after.conditions(),
                Condition::number,
                condition -> Said.of(condition.text()),
                Part.CONDITIONS,
                "condition",
                this::condition);
    }

    private void condition(Condition old, Condition fresh) {
        var about = new Said.Numbered(old.number());
        found.compare(
                Part.CONDITIONS, "condition", about, Said.of(old.text()), Said.of(fresh.text()));
        found.compare(Part.CONDITIONS, "hint", about, Said.of(old.hint()), Said.of(fresh.hint()));
        found.compare(Part.CONDITIONS, "judge", about, judge(old), judge(fresh));
    }

    private static Said judge(Condition condition) {
        return new Said.Word(
                condition.isJudged()
                        ? "authoring.diff.judge.officer"
                        : "authoring.diff.judge.rule");
    }

    private void asks() {
        found.each(
                before.asks(),
                after.asks(),
                Ask::name,
                CardDifferences::ask,
                Part.ASKS,
                "ask",
                this::ask);
    }

    private static Said ask(Ask ask) {
        return new Said.All(List.of(Said.of(ask.from()), Said.of(ask.about())));
    }

    private void ask(Ask old, Ask fresh) {
        Said about = Said.of(fresh.title());
        found.compare(Part.ASKS, "ask", about, ask(old), ask(fresh));
        found.compare(
                Part.ASKS,
                "fields",
                about,
                Said.code(old.registry() + ": " + String.join(", ", old.fields())),
                Said.code(fresh.registry() + ": " + String.join(", ", fresh.fields())));
        found.compare(Part.ASKS, "why", about, Said.of(old.why()), Said.of(fresh.why()));
        found.compare(
                Part.ASKS,
                "legalBasis",
                about,
                Said.of(old.legalBasis()),
                Said.of(fresh.legalBasis()));
        found.compare(Part.ASKS, "when", about, when(old.when()), when(fresh.when()));
    }

    static Said when(@Nullable When when) {
        return when == null
                ? Said.NOTHING
                : Said.code(
                        when.fact()
                                + " = "
                                + String.join(" / ", new java.util.TreeSet<>(when.is())));
    }

    private void papers() {
        found.each(
                before.notNeeded(),
                after.notNeeded(),
                paper -> paper,
                Said::of,
                Part.PAPERS,
                "notNeeded",
                (old, fresh) -> {});
    }

    private void fees() {
        found.each(
                before.fees().lines(),
                after.fees().lines(),
                Fees.Line::code,
                line -> new Said.All(List.of(Said.of(line.text()), amount(line))),
                Part.FEES,
                "fee",
                (old, fresh) -> {
                    Said about = Said.of(fresh.text());
                    found.compare(Part.FEES, "amount", about, amount(old), amount(fresh));
                    found.compare(
                            Part.FEES, "fee", about, Said.of(old.text()), Said.of(fresh.text()));
                });
        found.compare(
                Part.FEES, "note", Said.of(before.fees().note()), Said.of(after.fees().note()));
    }

    private static Said amount(Fees.Line line) {
        return line.amount()
                .<Said>map(Said.Money::new)
                .orElse(new Said.Word("catalog.fee.depends"));
    }

    private void outputs() {
        found.each(
                before.outputs(),
                after.outputs(),
                Output::code,
                output -> Said.of(output.title()),
                Part.OUTPUTS,
                "output",
                (old, fresh) -> {
                    Said about = Said.of(fresh.title());
                    found.compare(
                            Part.OUTPUTS,
                            "output",
                            about,
                            Said.of(old.title()),
                            Said.of(fresh.title()));
                    found.compare(
                            Part.OUTPUTS,
                            "validity",
                            about,
                            old.validity() == null ? Said.NOTHING : new Said.Span(old.validity()),
                            fresh.validity() == null
                                    ? Said.NOTHING
                                    : new Said.Span(fresh.validity()));
                    found.compare(
                            Part.OUTPUTS, "text", about, words(old.xhtml()), words(fresh.xhtml()));
                });
    }

    /** What a reader of the document sees: its words, with the names of its fields. */
    private static Said words(String xhtml) {
        return Said.code(
                xhtml.replaceAll("(?s)<\\?.*?\\?>|<!--.*?-->", "")
                        .replaceAll("<field[^>]*name=\"([^\"]*)\"[^>]*/?>", "[$1]")
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("\\s+", " ")
                        .strip());
    }
}
