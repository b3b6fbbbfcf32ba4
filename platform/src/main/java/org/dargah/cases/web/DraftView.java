package org.dargah.cases.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Retention;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Fetched;
import org.dargah.ui.Tag;
import org.dargah.ui.Task;
import org.dargah.ui.TaskGroup;
import org.dargah.ui.Tone;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;

/** Draws a draft as a task list: what registries told, what is to be answered, then the end. */
@Component
class DraftView {

    private final Clock clock;
    private final Retention retention;
    private final Catalog catalog;

    DraftView(Clock clock, Retention retention, Catalog catalog) {
        this.catalog = catalog;
        this.clock = clock;
        this.retention = retention;
    }

    DraftPage page(CaseFile file, Service service, Words words, boolean failedPayment) {
        Facts facts = file.facts(Tehran.today(clock));
        List<Form.Page> pages = service.form().pages(facts);
        int done =
                (int) pages.stream().filter(page -> file.pagesDone().contains(page.id())).count();
        var groups = new ArrayList<TaskGroup>();
        groups.add(new TaskGroup(words.t("cases.draft.you"), registries(service, facts, words)));
        for (Form.Section section : service.form().sections()) {
            groups.add(
                    new TaskGroup(
                            words.pick(section.title().fa(), section.title().en()),
                            pages.stream()
                                    .filter(page -> page.section().equals(section.id()))
                                    .map(page -> question(page, file, words))
                                    .toList()));
        }
        groups.add(
                new TaskGroup(
                        words.t("cases.draft.end"),
                        List.of(last(file, done == pages.size(), words))));
        return new DraftPage(
                AnswerTexts.title(service, words),
                file.tracking().text(),
                done,
                pages.size(),
                numbered(groups, words),
                fetched(file, service, words),
                silent(service, facts, words),
                failedPayment,
                catalog.isRetired(service.code()),
                retention.keptUntil(file));
    }

    private static List<TaskGroup> numbered(List<TaskGroup> groups, Words words) {
        var numbered = new ArrayList<TaskGroup>();
        for (TaskGroup group : groups.stream().filter(g -> !g.tasks().isEmpty()).toList()) {
            numbered.add(
                    new TaskGroup(
                            words.t("cases.draft.numbered", numbered.size() + 1, group.title()),
                            group.tasks()));
        }
        return numbered;
    }

    private static List<Task> registries(Service service, Facts facts, Words words) {
        return service.asks(facts).stream()
                .filter(Ask::needsNoAnswer)
                .map(ask -> registry(ask, facts.said(ask.name()), words))
                .toList();
    }

    private static Task registry(Ask ask, Optional<Facts.Said> said, Words words) {
        String title = words.pick(ask.title().fa(), ask.title().en());
        String from = words.pick(ask.from().fa(), ask.from().en());
        if (said.isEmpty()) {
            return new Task(
                    title,
                    words.t("cases.draft.silent", from),
                    null,
                    new Tag(words.t("cases.draft.waiting"), Tone.WARN));
        }
        return said.get().found()
                ? new Task(
                        title,
                        words.t("cases.draft.from", from),
                        null,
                        new Tag(words.t("cases.draft.done"), Tone.OK))
                : new Task(
                        title,
                        words.t("cases.draft.nothing", from),
                        null,
                        new Tag(words.t("cases.draft.none"), Tone.WARN));
    }

    private static Task question(Form.Page page, CaseFile file, Words words) {
        boolean done = file.pagesDone().contains(page.id());
        boolean optional = page.fields().stream().allMatch(Form.Field::optional);
        return new Task(
                words.pick(page.title().fa(), page.title().en()),
                optional ? words.t("cases.draft.optional") : "",
                "/cases/" + file.tracking().text() + "/form/" + page.id(),
                done
                        ? new Tag(words.t("cases.draft.done"), Tone.OK)
                        : new Tag(words.t("cases.draft.todo"), Tone.INFO));
    }

    private static Task last(CaseFile file, boolean open, Words words) {
        return open
                ? new Task(
                        words.t("cases.draft.check"),
                        "",
                        "/cases/" + file.tracking().text() + "/check",
                        new Tag(words.t("cases.draft.todo"), Tone.INFO))
                : new Task(
                        words.t("cases.draft.check"),
                        words.t("cases.draft.closed.hint"),
                        null,
                        new Tag(words.t("cases.draft.closed"), Tone.PLAIN));
    }

    static List<Fetched> fetched(CaseFile file, Service service, Words words) {
        var all = new ArrayList<Fetched>();
        Optional.ofNullable(service.renewal())
                .flatMap(renewal -> file.said(renewal.name()))
                .ifPresent(
                        said ->
                                all.add(
                                        new Fetched(
                                                words.t("cases.renewal.earlier"),
                                                AnswerTexts.renewed(service, file, words),
                                                said.at(),
                                                null)));
        for (Ask ask : service.asks()) {
            file.said(ask.name())
                    .filter(Facts.Said::found)
                    .ifPresent(said -> all.add(fetched(ask, said, words)));
        }
        return all;
    }

    private static Fetched fetched(Ask ask, Facts.Said said, Words words) {
        String title = words.t("cases.fetched", words.pick(ask.from().fa(), ask.from().en()));
        return new Fetched(title, AnswerTexts.said(ask, said, words), said.at(), null);
    }

    private static String silent(Service service, Facts facts, Words words) {
        return words.list(
                service.asks(facts).stream()
                        .filter(Ask::needsNoAnswer)
                        .filter(ask -> facts.said(ask.name()).isEmpty())
                        .map(ask -> words.pick(ask.from().fa(), ask.from().en()))
                        .toList());
    }
}
