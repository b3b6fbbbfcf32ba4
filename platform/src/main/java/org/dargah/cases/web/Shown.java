package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Assessment;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Inspection;
import org.dargah.catalog.Opinion;
import org.dargah.catalog.Renewal;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.ui.Words;

/** What shows how a condition stands, whoever told it: registries, the applicant, a visit. */
final class Shown {

    private static final String ISO_DATE = "\\d{4}-\\d{2}-\\d{2}";

    private final Service service;
    private final CaseFile file;
    private final Words words;

    Shown(Service service, CaseFile file, Words words) {
        this.service = service;
        this.file = file;
        this.words = words;
    }

    /**
     * One thing that shows it.
     *
     * @param source who told it
     */
    record Evidence(String text, String source) {}

    List<Evidence> of(Assessment.Finding finding) {
        var shown = new ArrayList<Evidence>();
        for (Assessment.Evidence told : finding.evidence()) {
            String source = words.pick(told.ask().from().fa(), told.ask().from().en());
            AnswerTexts.said(
                            told.ask(),
                            new Facts.Said(told.found(), told.values(), told.at()),
                            words)
                    .forEach(row -> shown.add(new Evidence(words.digits(row.value()), source)));
        }
        Rules.readFor(service, finding.condition()).stream()
                .sorted()
                .forEach(fact -> shown.addAll(read(fact)));
        return shown;
    }

    private List<Evidence> read(String fact) {
        String of = fact.substring(0, fact.indexOf('.'));
        String name = fact.substring(of.length() + 1);
        Renewal renewal = service.renewal();
        if (of.equals("answers")) {
            return answer(name);
        }
        if (of.equals(Inspection.FACTS)) {
            return found(name);
        }
        if (of.equals(Opinion.FACTS)) {
            return opinion(name);
        }
        return renewal != null && of.equals(renewal.name()) ? earlier(renewal, name) : List.of();
    }

    private List<Evidence> answer(String name) {
        return service.form().field(name).stream()
                .flatMap(field -> AnswerTexts.answer(field, file, service, words).stream())
                .map(row -> new Evidence(row.value(), words.t("cases.condition.answered")))
                .toList();
    }

    /** A bare yes tells nothing of what was looked at. */
    private List<Evidence> found(String item) {
        Inspection declared = service.inspection();
        return declared == null
                ? List.of()
                : Findings.row(service, file, item, words).stream()
                        .map(
                                row ->
                                        new Evidence(
                                                words.t(
                                                        "cases.condition.found",
                                                        row.name(),
                                                        row.value()),
                                                TaskTexts.pick(declared.title(), words)))
                        .toList();
    }

    private List<Evidence> opinion(String name) {
        return service
                .opinion(name)
                .filter(opinion -> said(Opinion.FACTS).containsKey(name + ".outcome"))
                .map(
                        opinion ->
                                new Evidence(
                                        OpinionTexts.of(opinion, file, words),
                                        TaskTexts.pick(opinion.title(), words)))
                .stream()
                .toList();
    }

    private List<Evidence> earlier(Renewal renewal, String name) {
        Map<String, Object> known = said(renewal.name());
        Optional<Object> value =
                Optional.ofNullable(known.get(name + Renewal.TITLE))
                        .or(() -> Optional.ofNullable(known.get(name)));
        return value
                .map(it -> new Evidence(plain(it.toString()), words.t("cases.condition.earlier")))
                .stream()
                .toList();
    }

    private String plain(String value) {
        return value.matches(ISO_DATE) ? words.date(LocalDate.parse(value)) : words.digits(value);
    }

    private Map<String, Object> said(String of) {
        return file.said(of).map(Facts.Said::fields).orElse(Map.of());
    }
}
