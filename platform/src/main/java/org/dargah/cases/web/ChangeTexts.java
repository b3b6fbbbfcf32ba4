package org.dargah.cases.web;

import java.util.List;
import java.util.Objects;
import org.dargah.cases.AnswerChange;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Correction;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Row;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;

/** What a correction changed, question by question: before and after. */
final class ChangeTexts {

    private final Service service;
    private final String home;
    private final Words words;

    /**
     * @param home address of the case's page
     */
    ChangeTexts(Service service, String home, Words words) {
        this.service = service;
        this.home = home;
        this.words = words;
    }

    /** One table for each correction that was sent, the latest first. */
    List<DataTable> sent(CaseFile file, List<Correction> corrections) {
        return corrections.reversed().stream()
                .map(
                        it ->
                                table(
                                        words.t(
                                                "cases.changes.sent",
                                                it.number(),
                                                words.moment(it.sentAt())),
                                        it.changes(service.form()),
                                        it.before().in(file),
                                        it.after().in(file),
                                        it.number(),
                                        corrections.size()))
                .toList();
    }

    /** What is mended and not sent yet; null for nothing. */
    @Nullable DataTable unsent(
            CaseFile file, CaseFile mended, List<AnswerChange> changes, int earlier) {
        return changes.isEmpty()
                ? null
                : table(
                        words.t("cases.changes.unsent"),
                        changes,
                        file,
                        mended,
                        earlier + 1,
                        earlier + 1);
    }

    private DataTable table(
            String caption,
            List<AnswerChange> changes,
            CaseFile before,
            CaseFile after,
            int number,
            int last) {
        return new DataTable(
                caption,
                List.of(
                        words.t("cases.changes.question"),
                        words.t("cases.changes.before"),
                        words.t("cases.changes.after")),
                changes.stream()
                        .map(
                                change ->
                                        List.of(
                                                Cell.text(TableTexts.label(change.field(), words)),
                                                cell(
                                                        change.field(),
                                                        change.before(),
                                                        before,
                                                        "?before=" + number),
                                                after(
                                                        change,
                                                        after,
                                                        number == last
                                                                ? ""
                                                                : "?before=" + (number + 1))))
                        .toList());
    }

    private Cell after(AnswerChange change, CaseFile after, String query) {
        AnswerChange.RowChanges rows = change.rows();
        return rows == null || change.after() == null
                ? cell(change.field(), change.after(), after, query)
                : Cell.link(
                        words.t(
                                "cases.changes.rows",
                                value(change.field(), after),
                                words.list(
                                        words.t("cases.changes.added", rows.added()),
                                        words.t("cases.changes.removed", rows.removed()),
                                        words.t("cases.changes.changed", rows.changed()))),
                        list(change.field(), query));
    }

    private Cell cell(Form.Field field, @Nullable Object answer, CaseFile file, String query) {
        if (answer == null) {
            return Cell.text(words.t("cases.answer.none"));
        }
        return switch (field.kind()) {
            case TABLE -> Cell.link(value(field, file), list(field, query));
            case FILE -> Cell.link(value(field, file), home + "/files/" + answer);
            case MAP_POINT, NATIONAL_ID, LEGAL_ID, POSTCODE, MOBILE, SHEBA ->
                    Cell.code(words.digits(value(field, file)), null);
            case TEXT, TEXTAREA, NUMBER, RIAL, DATE, CHOICE, PLATE -> Cell.text(value(field, file));
        };
    }

    private String list(Form.Field field, String query) {
        return home + "/lists/" + field.name() + query;
    }

    private String value(Form.Field field, CaseFile file) {
        Row row = AnswerTexts.answer(field, file, service, words).orElse(null);
        return Objects.requireNonNull(row).value();
    }
}
