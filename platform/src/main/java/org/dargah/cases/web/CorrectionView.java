package org.dargah.cases.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dargah.cases.AnswerChange;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.cases.Corrections;
import org.dargah.cases.Message;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Errors;
import org.dargah.ui.Tag;
import org.dargah.ui.Task;
import org.dargah.ui.TaskGroup;
import org.dargah.ui.Tone;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;

/** Draws a correction: what the officer wrote, what is mended, and the form's pages once more. */
@Component
class CorrectionView {

    private final Corrections corrections;
    private final Cases cases;
    private final Own own;
    private final Clock clock;

    CorrectionView(Corrections corrections, Cases cases, Own own, Clock clock) {
        this.corrections = corrections;
        this.cases = cases;
        this.own = own;
        this.clock = clock;
    }

    CorrectionPage page(CaseFile file, String text, Errors errors, Words words) {
        Service service = own.service(file);
        Corrections.Opened opened = corrections.open(file);
        List<AnswerChange> changes =
                opened.revision() == 0 ? List.of() : corrections.changes(file, opened);
        return new CorrectionPage(
                AnswerTexts.title(service, words),
                file.tracking().text(),
                request(file),
                new ChangeTexts(service, "/cases/" + file.tracking().text(), words)
                        .unsent(file, opened.file(), changes, corrections.of(file).size()),
                corrections.mayAnswer(file)
                        ? groups(opened.file(), service, changes, words)
                        : List.of(),
                opened.revision(),
                text,
                errors);
    }

    private String request(CaseFile file) {
        return cases.whole(file).messages().stream()
                .filter(m -> m.kind() == Message.Kind.CORRECTION_REQUEST)
                .reduce((earlier, later) -> later)
                .map(Message::text)
                .orElse("");
    }

    private List<TaskGroup> groups(
            CaseFile mended, Service service, List<AnswerChange> changes, Words words) {
        Facts facts = mended.facts(Tehran.today(clock));
        Set<String> changed =
                changes.stream().map(it -> it.field().name()).collect(Collectors.toSet());
        Set<String> wrong =
                service.form().check(mended.answers(), facts).problems().stream()
                        .map(FieldProblem::field)
                        .collect(Collectors.toSet());
        List<Form.Page> pages = service.form().pages(facts);
        return service.form().sections().stream()
                .map(
                        section ->
                                new TaskGroup(
                                        words.pick(section.title().fa(), section.title().en()),
                                        pages.stream()
                                                .filter(p -> p.section().equals(section.id()))
                                                .map(p -> task(p, mended, changed, wrong, words))
                                                .toList()))
                .filter(group -> !group.tasks().isEmpty())
                .toList();
    }

    private static Task task(
            Form.Page page, CaseFile mended, Set<String> changed, Set<String> wrong, Words words) {
        return new Task(
                words.pick(page.title().fa(), page.title().en()),
                "",
                "/cases/" + mended.tracking().text() + "/form/" + page.id(),
                asksFor(page, wrong)
                        ? new Tag(words.t("cases.correction.fix"), Tone.WARN)
                        : asksFor(page, changed)
                                ? new Tag(words.t("cases.correction.changed"), Tone.INFO)
                                : new Tag(words.t("cases.correction.same"), Tone.PLAIN),
                id(page));
    }

    private static boolean asksFor(Form.Page page, Set<String> questions) {
        return page.fields().stream().anyMatch(field -> questions.contains(field.name()));
    }

    private static String id(Form.Page page) {
        return "page-" + page.id();
    }

    /** Each problem leads to the page on which it is put right. */
    Errors errors(CaseFile file, List<FieldProblem> problems, Words words) {
        Errors errors = Errors.none();
        Form form = own.service(file).form();
        for (FieldProblem problem : problems) {
            String sentence = words.pick(problem.sentence().fa(), problem.sentence().en());
            String at =
                    form.pages().stream()
                            .filter(page -> asksFor(page, Set.of(problem.field())))
                            .map(CorrectionView::id)
                            .findFirst()
                            .orElse("correction");
            errors = errors.with(at, sentence);
        }
        return errors;
    }
}
