package org.dargah.cases.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Lists;
import org.dargah.cases.Rows;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.RowProblem;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lists that lie beside cases, in sheets. */
@Repository
public class CaseLists {

    /** Rows of one sheet, which is also a page of the screen. */
    public static final int SHEET = 50;

    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};
    private static final TypeReference<List<RowProblem>> FAULTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Seal seal;
    private final Clock clock;

    CaseLists(JdbcClient jdbc, JsonMapper json, Seal seal, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.seal = seal;
        this.clock = clock;
    }

    /** The file with its new tables laid beside it, in the caller's transaction. */
    public CaseFile kept(CaseFile file) {
        Map<String, Object> laid = new HashMap<>();
        for (Map.Entry<String, Object> answer : file.answers().entrySet()) {
            if (answer.getValue() instanceof List<?> rows && !(rows instanceof Rows)) {
                laid.put(answer.getKey(), keep(file, answer.getKey(), rows));
            }
        }
        if (laid.isEmpty()) {
            return file;
        }
        Map<String, Object> answers = new HashMap<>(file.answers());
        answers.putAll(laid);
        return file.withAnswers(answers);
    }

    private Rows keep(CaseFile file, String question, List<?> rows) {
        UUID id = insert(file, question, "", rows.size(), 0);
        sheets(file.province(), id, rows);
        return rows(file.province(), id, rows.size());
    }

    private UUID insert(CaseFile file, String question, String source, int rows, int faults) {
        UUID id = Uuid7.next(clock);
        jdbc.sql(
                        """
                        insert into cases.list (province, id, case_id, question, source, rows, faults, kept_at)
                        values (:province, :id, :case, :question, :source, :rows, :faults, :at)
                        """)
                .param("province", file.province().code())
                .param("id", id)
                .param("case", file.key())
                .param("question", question)
                .param("source", source)
                .param("rows", rows)
                .param("faults", faults)
                .param("at", CaseTable.at(clock.instant()))
                .update();
        return id;
    }

    /** All in one statement: a list of thousands is a hundred sheets. */
    private void sheets(Province province, UUID list, List<?> items) {
        var numbers = new ArrayList<Integer>();
        var contents = new ArrayList<String>();
        for (int from = 0; from < items.size(); from += SHEET) {
            numbers.add(from / SHEET);
            String content =
                    json.writeValueAsString(
                            items.subList(from, Math.min(from + SHEET, items.size())));
            contents.add(seal.seal(content, place(list, from / SHEET)));
        }
        jdbc.sql(
                        """
                        insert into cases.list_sheet (province, list, number, content)
                        select :province, :list, sheet.number, sheet.content::json
                        from unnest(:numbers, :contents) as sheet (number, content)
                        """)
                .param("province", province.code())
                .param("list", list)
                .param("numbers", numbers.toArray(Integer[]::new))
                .param("contents", contents.toArray(String[]::new))
                .update();
    }

    /** As the case names it. */
    Rows rows(Province province, UUID id, int size) {
        return new Rows(id, size, () -> all(province, id));
    }

    private List<Map<String, Object>> all(Province province, UUID id) {
        var rows = new ArrayList<Map<String, Object>>();
        jdbc.sql(
                        """
                        select number, content from cases.list_sheet
                        where province = :province and list = :list
                        order by number
                        """)
                .param("province", province.code())
                .param("list", id)
                .query(
                        (row, number) ->
                                seal.open(
                                        row.getString("content"), place(id, row.getInt("number"))))
                .list()
                .forEach(sheet -> rows.addAll(json.readValue(sheet, ROWS)));
        return rows;
    }

    static String place(UUID list, int number) {
        return "cases list " + list + " " + number;
    }

    /** One page of a list; empty beyond its end. */
    public List<Map<String, Object>> page(Province province, UUID list, int number) {
        return sheet(province, list, number)
                .map(content -> json.readValue(content, ROWS))
                .orElse(List.of());
    }

    private Optional<String> sheet(Province province, UUID list, int number) {
        return jdbc.sql(
                        """
                        select content from cases.list_sheet
                        where province = :province and list = :list and number = :number
                        """)
                .param("province", province.code())
                .param("list", list)
                .param("number", number)
                .query(String.class)
                .optional()
                .map(content -> seal.open(content, place(list, number)));
    }

    /**
     * Keeps what is wrong with a list that was refused, in place of what was wrong with the one
     * before. The case and its good list stay as they are.
     */
    public void refuse(CaseFile file, FieldProblem problem, String source, int rows) {
        forgetRefused(file, problem.field());
        UUID id = insert(file, problem.field(), source, rows, problem.rows().size());
        sheets(file.province(), id, problem.rows());
    }

    /** The list that was refused last, if no good one has come since. */
    public Optional<Lists.Refused> refused(CaseFile file, String question) {
        return jdbc.sql(
                        """
                        select id, source, faults from cases.list
                        where province = :province and case_id = :case and question = :question and faults > 0
                        order by id desc limit 1
                        """)
                .param("province", file.province().code())
                .param("case", file.key())
                .param("question", question)
                .query(
                        (row, number) ->
                                new Lists.Refused(
                                        row.getObject("id", UUID.class),
                                        row.getString("source"),
                                        row.getInt("faults")))
                .optional();
    }

    /** One page of what is wrong; empty beyond its end. */
    public List<RowProblem> faults(Province province, Lists.Refused refused, int number) {
        return sheet(province, refused.id(), number)
                .map(content -> json.readValue(content, FAULTS))
                .orElse(List.of());
    }

    /** Removes what was wrong with lists of this question that were refused. */
    void forgetRefused(CaseFile file, String question) {
        jdbc.sql(
                        """
                        delete from cases.list
                        where province = :province and case_id = :case and question = :question and faults > 0
                        """)
                .param("province", file.province().code())
                .param("case", file.key())
                .param("question", question)
                .update();
    }

    /** Removes one list. */
    void forget(CaseFile file, Rows rows) {
        jdbc.sql(
                        """
                        delete from cases.list
                        where province = :province and case_id = :case and id = :list
                        """)
                .param("province", file.province().code())
                .param("case", file.key())
                .param("list", rows.id())
                .update();
    }

    /**
     * Removes every list that no answer of the case names, and all that is told of refused ones.
     */
    public void forgetUnnamed(CaseFile file) {
        UUID[] named =
                file.answers().values().stream()
                        .filter(Rows.class::isInstance)
                        .map(rows -> ((Rows) rows).id())
                        .toArray(UUID[]::new);
        jdbc.sql(
                        """
                        delete from cases.list
                        where province = :province and case_id = :case and id <> all (:named)
                        """)
                .param("province", file.province().code())
                .param("case", file.key())
                .param("named", named)
                .update();
    }

    /** With a draft go its lists. */
    void forgetAll(Province province, CaseId id) {
        jdbc.sql("delete from cases.list where province = :province and case_id = :case")
                .param("province", province.code())
                .param("case", id.value())
                .update();
    }
}
