package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.identity.DemoAccounts;
import org.dargah.kernel.NationalId;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An accountant's program brings a list of workers, as rows of JSON. */
@DargahTest
class SendingAListByAProgramTest {

    private static final String SERVICE = "social-security/insurance-list";

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
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
    void rowsAreTakenOnceAndReadPageByPage() {
        Program accountant = Program.of(accounts, port);
        String key = UUID.randomUUID().toString();

        Program.Reply taken = accountant.apply(key, SERVICE, Personas.SOLDIER, answers(120, 30));
        Program.Reply again = accountant.apply(key, SERVICE, Personas.SOLDIER, answers(120, 30));

        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(again.at("/trackingCode")).isEqualTo(taken.at("/trackingCode"));
        String path = "/api/v1/cases/" + taken.at("/trackingCode");
        JsonNode whole = accountant.get(path).json();
        assertThat(whole.at("/answers/workers/rows").asInt()).isEqualTo(120);
        assertThat(whole.at("/answers/workerCount").asInt()).isEqualTo(120);
        JsonNode first = accountant.get(whole.at("/answers/workers/href").asString()).json();
        assertThat(first.at("/items").size()).isEqualTo(50);
        JsonNode last = accountant.get(path + "/lists/workers?after=2").json();
        assertThat(last.at("/items").size()).isEqualTo(20);
        assertThat(last.at("/after").isNull()).isTrue();
        assertThat(lists(taken.at("/trackingCode"))).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsToldByRowAndColumn() {
        Program.Reply refused =
                Program.of(accounts, port)
                        .apply(
                                UUID.randomUUID().toString(),
                                SERVICE,
                                Personas.SOLDIER,
                                answers(3, 45));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("/answers/workers/0/days", "/answers/workers/2/days")
                .contains("روزهای کار نباید بیشتر از ۳۱ باشد");
    }

    private static Map<String, Object> answers(int workers, int days) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            rows.add(
                    Map.of(
                            "nationalId",
                            NationalId.demo(20_000 + i).digits(),
                            "firstName",
                            "نمونه",
                            "lastName",
                            "کارگر نمونه",
                            "days",
                            days,
                            "wage",
                            120_000_000,
                            "benefits",
                            0));
        }
        return Map.of("workshop", "0811000003", "endsOn", "2026-11-20", "workers", rows);
    }

    private int lists(String tracking) {
        return jdbc.sql(
                        """
                        select count(*) from cases.list l join cases.case_file c
                            on c.province = l.province and c.id = l.case_id
                        where c.province = 'IR-08' and c.tracking = :tracking
                        """)
                .param("tracking", tracking)
                .query(Integer.class)
                .single();
    }
}
