package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.Sealing;
import org.dargah.identity.DemoAccounts;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.Province;
import org.dargah.kernel.TrackingCode;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy of the database without the keys names none of the people in an application. */
@DargahTest
class KeepingIdentifiersSealedTest {

    private static final Province KERMAN = new Province("IR-08");
    private static final int WORKERS = 60;
    private static final int FIRST = 31_000;

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired CaseTable table;
    @Autowired Sealing sealing;
    @Autowired JdbcClient jdbc;

    /** Unpaid, it would be gone on with by the next who sends this list. */
    @AfterEach
    void leaveNothing() {
        jdbc.sql(
                        """
                        delete from cases.case_file
                        where province = 'IR-08' and service = 'insurance-list' and stage = 'AWAITING_PAYMENT'
                            and client is not null
                        """)
                .update();
    }

    @Test
    void noNationalIdOfAListThatWasHandedInLiesOpenInAnyTable() {
        CaseFile file = handedIn();

        assertThat(namedIn(NationalId.demo(FIRST).digits())).isEmpty();
        assertThat(namedIn(NationalId.demo(FIRST + WORKERS - 1).digits())).isEmpty();
        assertThat(namedIn("0811000003")).isEmpty();
        assertThat(namedIn(Personas.SOLDIER.nationalId())).isEmpty();
        assertThat(workers(file)).hasSize(WORKERS);
    }

    @Test
    void whatIsFromBeforeThereWasASealIsReadAndThenSealed() {
        CaseFile file = handedIn();
        Rows workers = rows(file);
        String first = NationalId.demo(FIRST).digits();
        jdbc.sql(
                        """
                        update cases.case_file set answers = :answers::jsonb, facts = '{}'::jsonb
                        where province = 'IR-08' and id = :id
                        """)
                .param(
                        "answers",
                        """
                        {"workshop": "0811000003", "workers": {"list": "%s", "rows": %d}}
                        """
                                .formatted(workers.id(), WORKERS))
                .param("id", file.key())
                .update();
        jdbc.sql(
                        """
                        update cases.list_sheet set content = :content::json
                        where province = 'IR-08' and list = :list and number = 0
                        """)
                .param(
                        "content",
                        "["
                                + "{\"nationalId\": \"%s\"},".formatted(first).repeat(49)
                                + "{\"nationalId\": \"%s\"}]".formatted(first))
                .param("list", workers.id())
                .update();
        assertThat(workers(file).getFirst()).containsEntry("nationalId", first);

        assertThat(sealing.round()).isEqualTo(2);

        assertThat(sealing.round()).isZero();
        assertThat(workers(file).getFirst()).containsEntry("nationalId", first);
        assertThat(namedIn(first)).isEmpty();
    }

    private List<Map<String, Object>> workers(CaseFile file) {
        CaseFile now = table.find(KERMAN, file.id()).orElseThrow();
        assertThat(now.answers()).containsEntry("workshop", "0811000003");
        return List.copyOf(rows(now));
    }

    private static Rows rows(CaseFile file) {
        return (Rows) Objects.requireNonNull(file.answers().get("workers"));
    }

    private CaseFile handedIn() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            rows.add(
                    Map.of(
                            "nationalId",
                            NationalId.demo(FIRST + i).digits(),
                            "firstName",
                            "نمونه",
                            "lastName",
                            "کارگر نمونه",
                            "days",
                            30,
                            "wage",
                            120_000_000,
                            "benefits",
                            0));
        }
        Program.Reply taken =
                Program.of(accounts, port)
                        .apply(
                                UUID.randomUUID().toString(),
                                "social-security/insurance-list",
                                Personas.SOLDIER,
                                Map.of(
                                        "workshop", "0811000003",
                                        "endsOn", "2026-11-20",
                                        "workers", rows));
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        return table.find(KERMAN, new TrackingCode(taken.at("/trackingCode"))).orElseThrow();
    }

    /** Every table of the program, as a dump would write it; the outside world is not its own. */
    private List<String> namedIn(String digits) {
        List<String> tables =
                jdbc.sql(
                                """
                                select table_schema || '.' || table_name from information_schema.tables
                                where table_type = 'BASE TABLE'
                                    and table_schema not in ('pg_catalog', 'information_schema', 'sandbox')
                                """)
                        .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                        .list();
        assertThat(tables).contains("cases.case_file", "acts.act", "process_ir08.act_ru_variable");
        return tables.stream()
                .filter(
                        name ->
                                jdbc.sql(
                                                        "select count(*) from "
                                                                + name
                                                                + " row where row::text like"
                                                                + " :digits")
                                                .param("digits", "%" + digits + "%")
                                                .query(Integer.class)
                                                .single()
                                        > 0)
                .toList();
    }
}
