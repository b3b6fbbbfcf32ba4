package org.dargah.cases.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Desk;
import org.dargah.cases.Doing;
import org.dargah.cases.Extensions;
import org.dargah.cases.Official;
import org.dargah.catalog.Catalog;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.TrackingCode;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** An officer prolongs the statutory time of a case, for a reason that its service declares. */
@Controller
class ExtensionController {

    private static final String ADDRESS = "/work/cases/{code}/extension";
    private static final String TEMPLATE = "cases/extension";

    private final Desk desk;
    private final Extensions extensions;
    private final Catalog catalog;
    private final OfficerCaseView view;
    private final Vocabulary vocabulary;

    ExtensionController(
            Desk desk,
            Extensions extensions,
            Catalog catalog,
            OfficerCaseView view,
            Vocabulary vocabulary) {
        this.desk = desk;
        this.extensions = extensions;
        this.catalog = catalog;
        this.view = view;
        this.vocabulary = vocabulary;
    }

    @GetMapping(ADDRESS)
    ModelAndView ask(@PathVariable String code, CurrentOfficer officer, Locale locale) {
        CaseFile file = file(code, officer);
        Optional<Extensions.Offer> offer = extensions.offer(Official.of(officer), file);
        return offer.isEmpty()
                ? Reply.seeOther("/work/cases/" + code)
                : Reply.page(
                        TEMPLATE,
                        page(file, offer.get(), "", Errors.none(), vocabulary.in(locale)));
    }

    @PostMapping(ADDRESS)
    ModelAndView prolong(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "-1") int revision,
            CurrentOfficer officer,
            Locale locale) {
        Official official = Official.of(officer);
        CaseFile file = file(code, officer);
        Words words = vocabulary.in(locale);
        return switch (extensions.prolong(official, file, revision, reason)) {
            case Doing.Done done -> Reply.seeOther("/work/cases/" + code);
            case Doing.Overtaken other ->
                    Reply.page(
                            "cases/officer",
                            view.page(
                                    officer, other.file(), OfficerCaseView.Typed.OVERTAKEN, words),
                            HttpStatus.CONFLICT);
            case Doing.Flawed flawed ->
                    Reply.invalid(
                            TEMPLATE,
                            page(
                                    file,
                                    extensions.offer(official, file).orElseThrow(),
                                    reason,
                                    Flaws.errors(flawed, words),
                                    words));
        };
    }

    private CaseFile file(String code, CurrentOfficer officer) {
        return TrackingCode.parse(code)
                .flatMap(tracking -> desk.open(Official.of(officer), tracking))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ExtensionPage page(
            CaseFile file, Extensions.Offer offer, String reason, Errors errors, Words words) {
        return new ExtensionPage(
                file.tracking().text(),
                List.of(
                        new Row(
                                words.t("cases.service"),
                                AnswerTexts.title(
                                        catalog.version(file.version()).orElseThrow(), words)),
                        new Row(words.t("cases.applicant"), file.applicant()),
                        new Row(
                                words.t("cases.due"),
                                words.longDate(Objects.requireNonNull(file.dueOn()))),
                        new Row(words.t("cases.extension.until"), words.longDate(offer.until())),
                        new Row(
                                words.t("cases.extension.law"),
                                offer.declared().legalBasis().in(words.locale()))),
                offer.declared().reasons().stream()
                        .map(it -> new Option(it.code(), it.text().in(words.locale())))
                        .toList(),
                reason,
                file.revision(),
                errors);
    }
}
