package org.dargah.cases.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Correction;
import org.dargah.cases.Corrections;
import org.dargah.cases.Desk;
import org.dargah.cases.Lists;
import org.dargah.cases.Official;
import org.dargah.cases.Rows;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.RowProblem;
import org.dargah.catalog.TableFile;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.CurrentPerson;
import org.dargah.kernel.TrackingCode;
import org.dargah.ui.Link;
import org.dargah.ui.Pager;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows the long tables of a case page by page, and hands them out for a spreadsheet. */
@Controller
class ListController {

    /** Spreadsheets take a file for UTF-8 only when it begins so. */
    private static final String MARK = "\uFEFF";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Own own;
    private final Desk desk;
    private final Lists lists;
    private final Corrections corrections;
    private final Catalog catalog;
    private final Vocabulary vocabulary;

    ListController(
            Own own,
            Desk desk,
            Lists lists,
            Corrections corrections,
            Catalog catalog,
            Vocabulary vocabulary) {
        this.corrections = corrections;
        this.own = own;
        this.desk = desk;
        this.lists = lists;
        this.catalog = catalog;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/cases/{code}/lists/{question}")
    ModelAndView rows(
            @PathVariable String code,
            @PathVariable String question,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") int before,
            CurrentPerson person,
            Locale locale) {
        CaseFile file =
                before == 0
                        ? own.writable(person, code).orElseGet(() -> own.file(person, code))
                        : before(own.file(person, code), before);
        return rows(file, question, page, before, false, vocabulary.in(locale));
    }

    @GetMapping("/work/cases/{code}/lists/{question}")
    ModelAndView rows(
            @PathVariable String code,
            @PathVariable String question,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") int before,
            CurrentOfficer officer,
            Locale locale) {
        CaseFile file = opened(code, officer);
        return rows(
                before == 0 ? file : before(file, before),
                question,
                page,
                before,
                true,
                vocabulary.in(locale));
    }

    @GetMapping("/cases/{code}/lists/{question}/rows.csv")
    ResponseEntity<byte[]> download(
            @PathVariable String code,
            @PathVariable String question,
            @RequestParam(defaultValue = "0") int before,
            CurrentPerson person,
            Locale locale) {
        CaseFile file =
                before == 0
                        ? own.writable(person, code).orElseGet(() -> own.file(person, code))
                        : before(own.file(person, code), before);
        return download(file, question, vocabulary.in(locale));
    }

    @GetMapping("/work/cases/{code}/lists/{question}/rows.csv")
    ResponseEntity<byte[]> download(
            @PathVariable String code,
            @PathVariable String question,
            @RequestParam(defaultValue = "0") int before,
            CurrentOfficer officer,
            Locale locale) {
        CaseFile file = opened(code, officer);
        return download(before == 0 ? file : before(file, before), question, vocabulary.in(locale));
    }

    @GetMapping("/cases/{code}/lists/{question}/sample.csv")
    ResponseEntity<byte[]> sample(
            @PathVariable String code,
            @PathVariable String question,
            CurrentPerson person,
            Locale locale) {
        Form.Field field = field(own.file(person, code), question);
        return csv(question + "-sample", TableFile.sample(field, locale));
    }

    @GetMapping("/cases/{code}/lists/{question}/faults")
    ModelAndView faults(
            @PathVariable String code,
            @PathVariable String question,
            @RequestParam(defaultValue = "1") int page,
            CurrentPerson person,
            Locale locale) {
        CaseFile file = own.file(person, code);
        Words words = vocabulary.in(locale);
        Form.Field field = field(file, question);
        Lists.Refused refused = refused(file, question);
        List<RowProblem> shown = lists.faults(file, refused, page - 1);
        String base = "/cases/" + code + "/lists/" + question + "/faults";
        return Reply.page(
                "cases/list",
                new ListPage(
                        words.t("cases.table.faults"),
                        words.t("cases.table.faults.count", refused.faults()),
                        TableTexts.faults(table(field), shown, words),
                        pager(base, 0, page, refused.faults()),
                        new Link(words.t("cases.table.faults.download"), base + ".csv"),
                        new Link(
                                words.t("cases.table.back"),
                                "/cases/" + code + "/form/" + page(file, question)),
                        false));
    }

    @GetMapping("/cases/{code}/lists/{question}/faults.csv")
    ResponseEntity<byte[]> faultsToKeep(
            @PathVariable String code,
            @PathVariable String question,
            CurrentPerson person,
            Locale locale) {
        CaseFile file = own.file(person, code);
        Words words = vocabulary.in(locale);
        Form.Table table = table(field(file, question));
        Lists.Refused refused = refused(file, question);
        var text = new StringBuilder();
        text.append(
                TableFile.line(
                        List.of(
                                words.t("cases.table.row"),
                                words.t("cases.table.column"),
                                words.t("cases.table.typed"),
                                words.t("cases.table.remedy"))));
        for (int page = 0; page * Lists.PAGE < refused.faults(); page++) {
            for (RowProblem fault : lists.faults(file, refused, page)) {
                text.append(
                        TableFile.line(
                                List.of(
                                        String.valueOf(fault.row()),
                                        TableTexts.column(table, fault, words),
                                        fault.typed(),
                                        words.pick(fault.sentence().fa(), fault.sentence().en()))));
            }
        }
        return csv(question + "-faults", text.toString());
    }

    /**
     * As it stood before the correction of that number; before one that is not sent, as it stands.
     */
    private CaseFile before(CaseFile file, int correction) {
        List<Correction> sent = corrections.of(file);
        if (correction < 1 || correction > sent.size() + 1) {
            throw missing();
        }
        return correction > sent.size() ? file : sent.get(correction - 1).before().in(file);
    }

    private ModelAndView rows(
            CaseFile file, String question, int page, int before, boolean work, Words words) {
        Form.Field field = field(file, question);
        Rows rows = kept(file, question);
        List<Map<String, Object>> shown = lists.page(file, rows, page - 1);
        String home = (work ? "/work/cases/" : "/cases/") + file.tracking().text();
        String base = home + "/lists/" + question;
        return Reply.page(
                "cases/list",
                new ListPage(
                        TableTexts.label(field, words),
                        words.t("cases.table.rows", rows.size()),
                        TableTexts.rows(
                                field, table(field), shown, (page - 1) * Lists.PAGE + 1, words),
                        pager(base, before, page, rows.size()),
                        new Link(
                                words.t("cases.table.download"),
                                base + "/rows.csv" + (before == 0 ? "" : "?before=" + before)),
                        new Link(words.t("cases.table.back.case"), home),
                        work));
    }

    private static Pager pager(String base, int before, int page, int all) {
        String here = base + (before == 0 ? "?" : "?before=" + before + "&");
        return new Pager(
                page > 1 ? here + "page=1" : null,
                page * Lists.PAGE < all ? here + "page=" + (page + 1) : null);
    }

    private ResponseEntity<byte[]> download(CaseFile file, String question, Words words) {
        Form.Table table = table(field(file, question));
        String heads =
                TableFile.line(
                        table.columns().stream()
                                .map(column -> TableTexts.label(column, words))
                                .toList());
        return csv(
                question + "-" + file.tracking().text(),
                kept(file, question).stream()
                        .map(row -> TableFile.line(TableTexts.line(table, row, words)))
                        .collect(Collectors.joining("", heads, "")));
    }

    private static ResponseEntity<byte[]> csv(String name, String text) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name + ".csv").build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body((MARK + text).getBytes(StandardCharsets.UTF_8));
    }

    private CaseFile opened(String code, CurrentOfficer officer) {
        Official official = Official.of(officer);
        return TrackingCode.parse(code)
                .flatMap(tracking -> desk.open(official, tracking))
                .orElseThrow(ListController::missing);
    }

    private Form.Field field(CaseFile file, String question) {
        return catalog.version(file.version())
                .flatMap(service -> service.form().field(question))
                .filter(field -> field.kind() == FieldKind.TABLE)
                .orElseThrow(ListController::missing);
    }

    private String page(CaseFile file, String question) {
        return own.service(file).form().pages().stream()
                .filter(page -> page.fields().stream().anyMatch(f -> f.name().equals(question)))
                .map(Form.Page::id)
                .findFirst()
                .orElseThrow(ListController::missing);
    }

    private static Form.Table table(Form.Field field) {
        return Objects.requireNonNull(field.table());
    }

    private static Rows kept(CaseFile file, String question) {
        @Nullable Object answer = file.answers().get(question);
        if (answer instanceof Rows rows) {
            return rows;
        }
        throw missing();
    }

    private Lists.Refused refused(CaseFile file, String question) {
        return lists.refused(file, question).orElseThrow(ListController::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
