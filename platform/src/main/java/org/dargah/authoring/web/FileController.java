package org.dargah.authoring.web;

import java.util.List;
import java.util.Locale;
import org.dargah.authoring.Draft;
import org.dargah.authoring.DraftFile;
import org.dargah.authoring.Drafts;
import org.dargah.authoring.Saving;
import org.dargah.catalog.Problem;
import org.dargah.identity.CurrentOfficer;
import org.dargah.ui.Errors;
import org.dargah.ui.Link;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The editor: one file of a draft at a time, with what is wrong with it beside it. */
@Controller
class FileController {

    private static final String ONE = ServicesController.HOME + "/drafts/{id}/file";

    private final Doors doors;
    private final Drafts drafts;
    private final Checks checks;
    private final ProblemWords problems;
    private final Vocabulary vocabulary;

    FileController(
            Doors doors,
            Drafts drafts,
            Checks checks,
            ProblemWords problems,
            Vocabulary vocabulary) {
        this.doors = doors;
        this.drafts = drafts;
        this.checks = checks;
        this.problems = problems;
        this.vocabulary = vocabulary;
    }

    @GetMapping(ONE)
    ModelAndView open(
            @PathVariable String id,
            @RequestParam String path,
            @RequestParam(defaultValue = "0") int line,
            @RequestParam(defaultValue = "false") boolean saved,
            CurrentOfficer officer,
            Locale locale) {
        Draft draft = doors.draft(officer, id);
        DraftFile file = drafts.file(draft, path).orElse(null);
        if (file == null) {
            // A problem may lie in a file that is missing: there is nothing to open but the draft.
            return Reply.seeOther(DraftWords.at(draft));
        }
        return Reply.page(
                "authoring/file",
                page(
                        new Shown(draft, path, file.text(), file.revision(), line, saved),
                        null,
                        Errors.none(),
                        officer,
                        vocabulary.in(locale)));
    }

    /** What stands in the editor. */
    private record Shown(
            Draft draft, String path, String text, int revision, int line, boolean saved) {}

    private FilePage page(
            Shown shown,
            FilePage.@Nullable Theirs theirs,
            Errors errors,
            CurrentOfficer officer,
            Words words) {
        Draft draft = shown.draft();
        boolean writes = doors.mayWrite(officer, draft) && draft.state().isOpen();
        List<Problem> all = checks.of(draft).problems();
        List<Problem> here = all.stream().filter(p -> p.file().equals(shown.path())).toList();
        return new FilePage(
                words.pick(draft.title().fa(), draft.title().en()),
                DraftWords.at(draft),
                shown.path(),
                DraftController.what(shown.path(), words),
                shown.text(),
                shown.revision(),
                shown.line(),
                writes,
                writes && isRemovable(shown.path()),
                shown.saved(),
                drafts.files(draft).stream()
                        .map(file -> new Link(file.path(), at(draft, file.path())))
                        .toList(),
                problems.lines(here, draft, words),
                all.size() - here.size(),
                theirs,
                errors);
    }

    private static boolean isRemovable(String path) {
        return path.startsWith("output/") || path.startsWith("examples/");
    }

    private static String at(Draft draft, String path) {
        return DraftController.fileAt(draft, path);
    }

    @PostMapping(ONE)
    ModelAndView save(
            @PathVariable String id,
            @RequestParam String path,
            @RequestParam String text,
            @RequestParam int revision,
            CurrentOfficer analyst,
            Locale locale) {
        Draft draft = doors.own(analyst, id);
        // Browsers send two signs at the end of each line; files have one.
        String clean = text.replace("\r\n", "\n");
        Saving saving = drafts.save(analyst, draft, path, clean, revision);
        Words words = vocabulary.in(locale);
        return switch (saving) {
            case Saving.Saved saved -> Reply.seeOther(at(draft, path) + "&saved=true");
            case Saving.Overtaken(DraftFile theirs) ->
                    again(
                            new Shown(draft, path, clean, theirs.revision(), 0, false),
                            new FilePage.Theirs(
                                    theirs.by(), words.moment(theirs.at()), theirs.text()),
                            "authoring.file.overtaken",
                            analyst,
                            words);
            case Saving.Gone gone ->
                    again(
                            new Shown(draft, path, clean, 0, 0, false),
                            null,
                            "authoring.file.gone",
                            analyst,
                            words);
            case Saving.Closed closed ->
                    again(
                            new Shown(draft, path, clean, revision, 0, false),
                            null,
                            "authoring.file.closed",
                            analyst,
                            words);
            case Saving.Refused(Saving.Why why) ->
                    again(
                            new Shown(draft, path, clean, revision, 0, false),
                            null,
                            why(why),
                            analyst,
                            words);
        };
    }

    private static String why(Saving.Why why) {
        return switch (why) {
            case NAME -> "authoring.file.name";
            case SIZE -> "authoring.file.size";
            case NEEDED -> "authoring.file.needed";
        };
    }

    /** The same page with what was typed: nothing is lost. */
    private ModelAndView again(
            Shown shown,
            FilePage.@Nullable Theirs theirs,
            String why,
            CurrentOfficer analyst,
            Words words) {
        Draft now = drafts.find(analyst, shown.draft().id()).orElseThrow(Doors::notFound);
        return Reply.invalid(
                "authoring/file",
                page(
                        new Shown(now, shown.path(), shown.text(), shown.revision(), 0, false),
                        theirs,
                        Errors.of("text", words.t(why)),
                        analyst,
                        words));
    }

    /** Adds an output or an example, with a first line to go on from. */
    @PostMapping(ServicesController.HOME + "/drafts/{id}/files")
    ModelAndView add(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String path,
            CurrentOfficer analyst,
            Locale locale) {
        Draft draft = doors.own(analyst, id);
        String name = path.strip();
        Words words = vocabulary.in(locale);
        if (drafts.file(draft, name).isPresent()) {
            return Reply.seeOther(at(draft, name));
        }
        Saving saving =
                isRemovable(name)
                        ? drafts.save(analyst, draft, name, beginning(name), 0)
                        : new Saving.Refused(Saving.Why.NAME);
        return switch (saving) {
            case Saving.Saved saved -> Reply.seeOther(at(draft, name));
            case Saving.Refused(Saving.Why why) -> addAgain(draft, name, why(why), words);
            case Saving.Overtaken overtaken -> Reply.seeOther(at(draft, name));
            case Saving.Gone gone -> addAgain(draft, name, "authoring.file.gone", words);
            case Saving.Closed closed -> addAgain(draft, name, "authoring.file.closed", words);
        };
    }

    private static ModelAndView addAgain(Draft draft, String name, String why, Words words) {
        return Reply.invalid(
                "authoring/newFile",
                new NewFilePage(
                        words.pick(draft.title().fa(), draft.title().en()),
                        DraftWords.at(draft),
                        name,
                        Errors.of("path", words.t(why))));
    }

    private static String beginning(String path) {
        return path.startsWith("output/")
                ? """
                <?xml version="1.0" encoding="UTF-8"?>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="fa" dir="rtl">
                  <head><title>گواهی</title></head>
                  <body>
                    <p>متن گواهی</p>
                  </body>
                </html>
                """
                : """
                persona: چه کسی درخواست می‌دهد و چرا
                today: 2026-11-22
                answers: {}
                replies: {}
                expect: {outcome: approved}
                """;
    }

    @GetMapping(ServicesController.HOME + "/drafts/{id}/files/new")
    ModelAndView newFile(@PathVariable String id, CurrentOfficer analyst, Locale locale) {
        Draft draft = doors.own(analyst, id);
        Words words = vocabulary.in(locale);
        return Reply.page(
                "authoring/newFile",
                new NewFilePage(
                        words.pick(draft.title().fa(), draft.title().en()),
                        DraftWords.at(draft),
                        "",
                        Errors.none()));
    }

    @PostMapping(ServicesController.HOME + "/drafts/{id}/files/removal")
    ModelAndView remove(
            @PathVariable String id,
            @RequestParam String path,
            @RequestParam int revision,
            CurrentOfficer analyst,
            Locale locale) {
        Draft draft = doors.own(analyst, id);
        Saving saving = drafts.remove(analyst, draft, path, revision);
        if (saving instanceof Saving.Overtaken(DraftFile theirs)) {
            Words words = vocabulary.in(locale);
            return again(
                    new Shown(draft, path, theirs.text(), theirs.revision(), 0, false),
                    null,
                    "authoring.file.changed",
                    analyst,
                    words);
        }
        return Reply.seeOther(DraftWords.at(draft));
    }
}
