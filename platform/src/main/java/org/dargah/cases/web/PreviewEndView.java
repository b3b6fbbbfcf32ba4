package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Assessment;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Fee;
import org.dargah.catalog.Form;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;
import org.dargah.ui.Task;
import org.dargah.ui.Tone;
import org.dargah.ui.Words;

/** What an application would come to at the end of a preview: answers, conditions and fee. */
final class PreviewEndView {

    private PreviewEndView() {}

    static PreviewEndPage page(
            String home,
            CaseFile file,
            Service service,
            List<Form.Page> pages,
            LocalDate today,
            Words words) {
        Facts facts = file.facts(today);
        // Rules of its own: those of a preview must not stay in memory for ever.
        var rules = new Rules();
        Fee fee = rules.fee(service, facts);
        var lines = new ArrayList<Row>();
        fee.lines()
                .forEach(
                        line ->
                                lines.add(
                                        new Row(
                                                words.pick(line.text().fa(), line.text().en()),
                                                words.money(line.amount()))));
        return new PreviewEndPage(
                AnswerTexts.title(service, words),
                home,
                pages.stream()
                        .flatMap(
                                page ->
                                        AnswerTexts.answers(page, file, service, words, null)
                                                .stream())
                        .toList(),
                rules.assess(service, facts).findings().stream()
                        .map(finding -> condition(finding, words))
                        .toList(),
                lines);
    }

    private static Task condition(Assessment.Finding finding, Words words) {
        Tag tag =
                switch (finding.standing()) {
                    case MET -> new Tag(words.t("cases.preview.met"), Tone.OK);
                    case FAILED -> new Tag(words.t("cases.preview.failed"), Tone.ERR);
                    case UNKNOWN -> new Tag(words.t("cases.preview.unknown"), Tone.WARN);
                };
        return new Task(
                words.t("cases.preview.condition", finding.condition().number()),
                words.pick(finding.condition().text().fa(), finding.condition().text().en()),
                null,
                tag);
    }
}
