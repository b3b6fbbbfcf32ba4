package org.dargah.cases.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dargah.cases.CaseFile;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what was written before there was a seal, a handful at a time. */
@Component
public class Sealing {

    private static final int HANDFUL = 100;

    private final JdbcClient jdbc;
    private final CaseTable table;
    private final CaseJson json;
    private final Content content;
    private final Seal seal;
    private final TransactionTemplate transaction;
    private final Province province;

    Sealing(
            JdbcClient jdbc,
            CaseTable table,
            CaseJson json,
            Content content,
            Seal seal,
            TransactionTemplate transaction,
            @Value("${dargah.province}") String province) {
        this.jdbc = jdbc;
        this.table = table;
        this.json = json;
        this.content = content;
        this.seal = seal;
        this.transaction = transaction;
        this.province = new Province(province);
    }

    /** How many documents were sealed. */
    public int round() {
        int sealed = 0;
        int now;
        do {
            now = Objects.requireNonNull(transaction.execute(status -> cases() + sheets()));
            sealed += now;
        } while (now > 0);
        return sealed;
    }

    /** By {@code case_file_unsealed}, which is empty for good one day. */
    private int cases() {
        List<CaseId> found =
                jdbc.sql(
                                """
                                select id from cases.case_file
                                where province = :province and not jsonb_exists(answers, '$sealed')
                                limit :handful for update skip locked
                                """)
                        .param("province", province.code())
                        .param("handful", HANDFUL)
                        .query((row, number) -> new CaseId(row.getObject("id", UUID.class)))
                        .list();
        found.forEach(id -> seal(table.find(province, id).orElseThrow()));
        return found.size();
    }

    /** The case is the same as before: nobody has touched it, and who signed it has signed it. */
    private void seal(CaseFile file) {
        jdbc.sql(
                        """
                        update cases.case_file set answers = :answers::jsonb, facts = :facts::jsonb
                        where province = :province and id = :id
                        """)
                .param("answers", json.answers(file.id(), file.answers()))
                .param("facts", json.said(file.id(), file.said()))
                .param("province", province.code())
                .param("id", file.key())
                .update();
        jdbc.sql(
                        """
                        update cases.signature set content = :keyed
                        where province = :province and case_id = :id and content = :plain
                        """)
                .param("keyed", content.hash(file))
                .param("plain", content.plainHash(file))
                .param("province", province.code())
                .param("id", file.key())
                .update();
    }

    private record Sheet(UUID list, int number, String content) {}

    private int sheets() {
        List<Sheet> found =
                jdbc.sql(
                                """
                                select list, number, content from cases.list_sheet
                                where province = :province and json_typeof(content) = 'array'
                                limit :handful for update skip locked
                                """)
                        .param("province", province.code())
                        .param("handful", HANDFUL)
                        .query(
                                (row, number) ->
                                        new Sheet(
                                                row.getObject("list", UUID.class),
                                                row.getInt("number"),
                                                row.getString("content")))
                        .list();
        found.forEach(this::seal);
        return found.size();
    }

    private void seal(Sheet sheet) {
        jdbc.sql(
                        """
                        update cases.list_sheet set content = :content::json
                        where province = :province and list = :list and number = :number
                        """)
                .param(
                        "content",
                        seal.seal(sheet.content(), CaseLists.place(sheet.list(), sheet.number())))
                .param("province", province.code())
                .param("list", sheet.list())
                .param("number", sheet.number())
                .update();
    }

    /** At the start and then rarely: new rows are sealed when they are written. */
    @Configuration(proxyBeanMethods = false)
    static class Rounds {

        private static final Duration PAUSE = Duration.ofHours(6);

        @Bean
        Task<Void> sealingOfCases(Sealing sealing) {
            return Tasks.recurring("cases-sealing", FixedDelay.of(PAUSE))
                    .execute((instance, context) -> sealing.round());
        }
    }
}
