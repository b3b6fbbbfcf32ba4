package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Desk;
import org.dargah.cases.Official;
import org.dargah.cases.Revocations;
import org.dargah.documents.Certificate;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.TrackingCode;
import org.dargah.ui.Errors;
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

/** A supervisor takes an issued document back, with a reason that everybody may read. */
@Controller
class RevocationController {

    private static final String ADDRESS = "/work/cases/{code}/certificates/{id}/revocation";

    private final Desk desk;
    private final Revocations revocations;
    private final Vocabulary vocabulary;

    RevocationController(Desk desk, Revocations revocations, Vocabulary vocabulary) {
        this.desk = desk;
        this.revocations = revocations;
        this.vocabulary = vocabulary;
    }

    @GetMapping(ADDRESS)
    ModelAndView ask(
            @PathVariable String code,
            @PathVariable String id,
            CurrentOfficer officer,
            Locale locale) {
        CaseFile file = file(code, officer);
        Certificate certificate = certificate(file, id);
        return certificate.revocation() == null
                ? Reply.page(
                        "cases/revocation",
                        page(file, certificate, "", Errors.none(), vocabulary.in(locale)))
                : Reply.seeOther("/work/cases/" + code);
    }

    @PostMapping(ADDRESS)
    ModelAndView revoke(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer officer,
            Locale locale) {
        CaseFile file = file(code, officer);
        Certificate certificate = certificate(file, id);
        return switch (revocations.revoke(Official.of(officer), file, certificate, reason)) {
            case DONE, BEFORE -> Reply.seeOther("/work/cases/" + code);
            case NO_REASON -> wrong(file, certificate, reason, "none", locale);
            case TOO_LONG -> wrong(file, certificate, reason, "long", locale);
            case OWN_DECISION -> wrong(file, certificate, reason, "own", locale);
        };
    }

    private ModelAndView wrong(
            CaseFile file, Certificate certificate, String reason, String flaw, Locale locale) {
        Words words = vocabulary.in(locale);
        Errors errors = Errors.of("reason", words.t("cases.revocation.flaw." + flaw));
        return Reply.invalid("cases/revocation", page(file, certificate, reason, errors, words));
    }

    private CaseFile file(String code, CurrentOfficer officer) {
        return TrackingCode.parse(code)
                .flatMap(tracking -> desk.open(Official.of(officer), tracking))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Certificate certificate(CaseFile file, String id) {
        return DocumentId.parse(id)
                .flatMap(document -> revocations.of(file, document))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static RevocationPage page(
            CaseFile file, Certificate certificate, String reason, Errors errors, Words words) {
        String code = file.tracking().text();
        LocalDate until = certificate.validUntil();
        return new RevocationPage(
                code,
                "/work/cases/" + code + "/certificates/" + certificate.id() + "/revocation",
                List.of(
                        new Row(words.t("cases.revocation.document"), certificate.title()),
                        Row.code(words.t("cases.revocation.number"), certificate.number()),
                        new Row(words.t("cases.applicant"), file.applicant()),
                        new Row(
                                words.t("cases.revocation.until"),
                                until == null
                                        ? words.t("cases.revocation.no-end")
                                        : words.date(until))),
                reason,
                errors);
    }
}
