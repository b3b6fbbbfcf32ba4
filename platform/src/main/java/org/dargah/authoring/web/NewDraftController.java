package org.dargah.authoring.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dargah.authoring.Access;
import org.dargah.authoring.Begun;
import org.dargah.authoring.Draft;
import org.dargah.authoring.Drafts;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Publishing;
import org.dargah.catalog.VersionId;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.ServiceCode;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;
import org.dargah.ui.Reply;
import org.dargah.ui.Shell;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Beginning a draft: from a zip, from a version, or from the blank example. */
@Controller
class NewDraftController {

    private static final String HERE = ServicesController.HOME + "/new";

    private final Drafts drafts;
    private final Publishing publishing;
    private final Access access;
    private final ProblemWords problems;
    private final Vocabulary vocabulary;

    NewDraftController(
            Drafts drafts,
            Publishing publishing,
            Access access,
            ProblemWords problems,
            Vocabulary vocabulary) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.access = access;
        this.problems = problems;
        this.vocabulary = vocabulary;
    }

    @GetMapping(HERE)
    ModelAndView ask(CurrentOfficer analyst, Locale locale) {
        return Reply.page(
                "authoring/newDraft",
                page(analyst, "", Errors.none(), List.of(), vocabulary.in(locale)));
    }

    private NewDraftPage page(
            CurrentOfficer analyst, String code, Errors errors, List<Problem> wrong, Words words) {
        mustWrite(analyst);
        return new NewDraftPage(
                publishing.offered(analyst.agency()).stream()
                        .map(Publishing.Offered::service)
                        .map(
                                service ->
                                        new Option(
                                                service.version().toString(),
                                                words.t(
                                                        "authoring.new.version",
                                                        words.pick(
                                                                service.title().fa(),
                                                                service.title().en()),
                                                        service.number())))
                        .toList(),
                code,
                errors,
                problems.lines(wrong, words));
    }

    private void mustWrite(CurrentOfficer officer) {
        if (!access.mayWrite(officer, officer.agency())) {
            throw Doors.notFound();
        }
    }

    @PostMapping(path = HERE + "/zip", consumes = "multipart/form-data")
    ModelAndView upload(
            @RequestParam(Shell.KEY) String key,
            @RequestParam(name = "zip", required = false) @Nullable MultipartFile zip,
            CurrentOfficer analyst,
            Locale locale) {
        mustWrite(analyst);
        Words words = vocabulary.in(locale);
        if (zip == null || zip.isEmpty()) {
            Errors errors = Errors.of("zip", words.t("authoring.new.zip.missing"));
            return Reply.invalid("authoring/newDraft", page(analyst, "", errors, List.of(), words));
        }
        return switch (drafts.upload(analyst, Doors.key(key), bytes(zip))) {
            case Begun.Open(Draft draft) -> Reply.seeOther(DraftWords.at(draft));
            case Begun.Refused(List<Problem> wrong) ->
                    Reply.invalid(
                            "authoring/newDraft",
                            page(
                                    analyst,
                                    "",
                                    Errors.of("zip", words.t("authoring.new.zip.refused")),
                                    wrong,
                                    words));
        };
    }

    /** One more than a pack may have, so that the largest lie costs no more memory than that. */
    private static byte[] bytes(MultipartFile zip) {
        try (InputStream in = zip.getInputStream()) {
            return in.readNBytes(Publishing.LARGEST_ZIP + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping(HERE + "/version")
    ModelAndView from(
            @RequestParam(Shell.KEY) String key,
            @RequestParam(defaultValue = "") String version,
            CurrentOfficer analyst,
            Locale locale) {
        mustWrite(analyst);
        Words words = vocabulary.in(locale);
        if (version.isEmpty()) {
            Errors errors = Errors.of("version", words.t("authoring.new.version.missing"));
            return Reply.invalid("authoring/newDraft", page(analyst, "", errors, List.of(), words));
        }
        return Reply.seeOther(
                DraftWords.at(
                        drafts.from(analyst, Doors.key(key), version(version))
                                .orElseThrow(Doors::notFound)));
    }

    private static VersionId version(String text) {
        try {
            return new VersionId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }

    @PostMapping(HERE + "/blank")
    ModelAndView blank(
            @RequestParam(Shell.KEY) String key,
            @RequestParam(defaultValue = "") String code,
            CurrentOfficer analyst,
            Locale locale) {
        mustWrite(analyst);
        Words words = vocabulary.in(locale);
        ServiceCode wanted;
        try {
            wanted = new ServiceCode(code.strip());
        } catch (IllegalArgumentException e) {
            return refused(analyst, code, "authoring.new.code.wrong", words);
        }
        if (publishing.isTaken(wanted)) {
            return refused(analyst, code, "authoring.new.code.taken", words);
        }
        return Reply.seeOther(DraftWords.at(drafts.blank(analyst, Doors.key(key), wanted)));
    }

    private ModelAndView refused(
            CurrentOfficer analyst, String code, String sentence, Words words) {
        Errors errors = Errors.of("code", words.t(sentence));
        return Reply.invalid("authoring/newDraft", page(analyst, code, errors, List.of(), words));
    }
}
