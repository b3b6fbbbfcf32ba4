package org.dargah.cases.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dargah.cases.CaseFile;
import org.dargah.cases.CoSigning;
import org.dargah.cases.CoSigning.Invitation;
import org.dargah.catalog.CoApplicants;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentPerson;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.TrackingCode;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;
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

/** One of those who ask together reads the application and signs it, or does not. */
@Controller
class SignatureController {

    private static final String ADDRESS = "/cases/{code}/signature";

    private final CoSigning signing;
    private final Own own;
    private final Vocabulary vocabulary;
    private final Clock clock;

    SignatureController(CoSigning signing, Own own, Vocabulary vocabulary, Clock clock) {
        this.signing = signing;
        this.own = own;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    ModelAndView open(@PathVariable String code, CurrentPerson person, Locale locale) {
        Invitation invitation =
                TrackingCode.parse(code)
                        .flatMap(tracking -> signing.open(person, tracking))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Reply.page("cases/signature", page(invitation, false, Errors.none(), locale));
    }

    /** The revision is the one that was read: nobody signs what they have not seen. */
    @PostMapping(ADDRESS)
    ModelAndView answer(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "-1") int revision,
            CurrentPerson person,
            Locale locale) {
        Invitation invitation =
                TrackingCode.parse(code)
                        .flatMap(tracking -> signing.find(person, tracking))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!invitation.isOpen()) {
            return Reply.seeOther("/cases/" + code + "/signature");
        }
        if (!word.equals("sign") && !word.equals("refuse")) {
            Errors errors = Errors.of("word", vocabulary.in(locale).t("cases.signature.flaw.none"));
            return Reply.invalid("cases/signature", page(invitation, false, errors, locale));
        }
        CoSigning.Outcome outcome =
                invitation.file().revision() != revision
                        ? CoSigning.Outcome.OVERTAKEN
                        : word.equals("sign")
                                ? signing.sign(person, invitation)
                                : signing.refuse(person, invitation, reason);
        return switch (outcome) {
            case DONE -> Reply.seeOther("/cases/" + code + "/signature");
            case TOO_LONG -> {
                Errors errors =
                        Errors.of("reason", vocabulary.in(locale).t("cases.signature.flaw.long"));
                yield Reply.invalid("cases/signature", page(invitation, false, errors, locale));
            }
            case OVERTAKEN ->
                    Reply.page(
                            "cases/signature",
                            page(
                                    signing.find(person, invitation.file().tracking())
                                            .orElse(invitation),
                                    true,
                                    Errors.none(),
                                    locale),
                            HttpStatus.CONFLICT);
        };
    }

    private SignaturePage page(
            Invitation invitation, boolean overtaken, Errors errors, Locale locale) {
        Words words = vocabulary.in(locale);
        CaseFile file = invitation.file();
        Service service = own.service(file);
        CoApplicants declared = Objects.requireNonNull(service.coApplicants());
        return new SignaturePage(
                AnswerTexts.title(service, words),
                file.tracking().text(),
                file.applicant(),
                new Tag(
                        words.t(invitation.signature().state().key()),
                        SignaturesController.tone(invitation.signature().state())),
                CaseController.stage(file, words),
                answers(file, service, words),
                partners(file, service, declared, words),
                SignaturesController.table(signing.of(file), words),
                words.pick(declared.statement().fa(), declared.statement().en()),
                invitation.isOpen(),
                overtaken,
                file.revision(),
                errors);
    }

    /** What is signed, row by row; how to reach the others is not the reader's business. */
    private static DataTable partners(
            CaseFile file, Service service, CoApplicants declared, Words words) {
        Form.Field field = service.form().field(declared.question()).orElseThrow();
        List<Form.Field> columns =
                Objects.requireNonNull(field.table()).columns().stream()
                        .filter(column -> !column.name().equals(declared.birthDate()))
                        .filter(column -> !column.name().equals(declared.mobile()))
                        .toList();
        var rows = new ArrayList<List<Cell>>();
        if (file.answers().get(declared.question()) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> row) {
                    rows.add(columns.stream().map(it -> cell(it, row, declared, words)).toList());
                }
            }
        }
        return new DataTable(
                words.pick(field.shortLabel().fa(), field.shortLabel().en()),
                columns.stream()
                        .map(it -> words.pick(it.shortLabel().fa(), it.shortLabel().en()))
                        .toList(),
                rows);
    }

    private static Cell cell(Form.Field column, Map<?, ?> row, CoApplicants declared, Words words) {
        Object value = row.get(column.name());
        if (value == null) {
            return Cell.text("");
        }
        return column.name().equals(declared.nationalId())
                ? Cell.code(
                        NationalId.parse(value.toString()).map(NationalId::masked).orElse(""), null)
                : Cell.text(TableTexts.text(column, value, words));
    }

    private List<Row> answers(CaseFile file, Service service, Words words) {
        return service.form().shown(file.facts(Tehran.today(clock))).stream()
                .flatMap(page -> AnswerTexts.answers(page, file, service, words, null).stream())
                .toList();
    }
}
