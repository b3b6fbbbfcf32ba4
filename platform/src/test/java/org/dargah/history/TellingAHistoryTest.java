package org.dargah.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dargah.DargahTest;
import org.dargah.World;
import org.dargah.exchange.Savings;
import org.dargah.kernel.Tehran;
import org.dargah.sandbox.people.Crowd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@DargahTest
class TellingAHistoryTest {

    private static final int CASES = 12;

    /** An officer may open a case once more; nothing else happens again. */
    private static final String STEPS =
            "select count(*) from acts.act where act like 'CASE_%' and act <> 'CASE_OPENED'";

    @Autowired History history;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;
    @Autowired Savings savings;
    @TempDir Path folder;

    @Test
    void twoMonthsAreMadeOnceHoweverOftenTheyAreInterrupted() throws Exception {
        settle(900);
        Instant now = Instant.now();
        var span = new Span(Tehran.dateOf(now).minusMonths(2), now, CASES);
        Path note = folder.resolve("history.txt");
        var diary = new Diary(note, 0, false);
        int before = count("select count(*) from cases.case_file");
        diary.begin(span);

        int complaints = count("select count(*) from inquiries.complaint");
        history.tell(diary, begun -> {});

        assertThat(count("select count(*) from inquiries.complaint")).isEqualTo(complaints + 1);
        assertThat(askedBy("بانک ملی: شناسایی مشتری", "KNOWN")).isEqualTo(8);
        assertThat(askedBy("بانک مسکن: پروندهٔ وام", "REFUSED")).isEqualTo(1);
        assertThat(askedBy("تأمین اجتماعی: جذب نیرو", "KNOWN")).isEqualTo(2);
        assertThat(askedBy("تأمین اجتماعی: جذب نیرو", "REFUSED")).isEqualTo(1);
        assertThat(savings.connected()).isGreaterThanOrEqualTo(4);

        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
        assertThat(new Diary(note, CASES, true).now()).isEmpty();
        assertThat(count("select count(*) from cases.case_file")).isEqualTo(before + CASES);
        int acts = count(STEPS);

        forgetTheEnd(note);
        var again = new Diary(note, 0, false);
        assertThat(again.now()).isPresent();
        history.tell(again, begun -> {});

        assertThat(again.now()).isEmpty();
        assertThat(count("select count(*) from cases.case_file")).isEqualTo(before + CASES);
        assertThat(count(STEPS)).isEqualTo(acts);
        assertThat(List.of(again.page(1), again.page(CASES)))
                .allSatisfy(page -> assertThat(page.code()).startsWith("KR-"));
    }

    /** What a killed program leaves: the last deeds are done, but the note does not say so. */
    private static void forgetTheEnd(Path note) throws Exception {
        List<String> lines = Files.readAllLines(note);
        Files.write(note, lines.subList(0, lines.size() - 6));
    }

    private int askedBy(String program, String outcome) {
        return jdbc.sql(
                        """
                        select count(*) from exchange.inquiry i
                        join identity.client c on c.province = i.province and c.id = i.client
                        where i.province = 'IR-08' and c.title = :program
                            and i.outcome = :outcome
                        """)
                .param("program", program)
                .param("outcome", outcome)
                .query(Integer.class)
                .single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static void settle(int people) throws Exception {
        String crowd = JsonMapper.shared().writeValueAsString(Crowd.of(people).toList());
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(World.outside().url() + "/people"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(crowd))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }
}
