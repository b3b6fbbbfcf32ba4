package org.dargah.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.SortedMap;
import org.dargah.DargahTest;
import org.dargah.Homecoming;
import org.dargah.Visitor;
import org.dargah.identity.DemoAccounts;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.TravellingClock;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that gives ten days for objections, and then waits for the day that was answered,
 * decides when that day has come, and not before.
 */
@DargahTest
class WaitingForADayTest {

    private static final String CODE = "ten-days";
    private static final String APPLY = "/apply/education/" + CODE;

    @LocalServerPort int port;

    @Autowired DemoAccounts accounts;

    @Autowired TravellingClock clock;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void comeHome() {
        Homecoming.of(clock, jdbc);
    }

    @Test
    void theCaseIsDecidedWhenItsDayHasCome() {
        new Authors(port, accounts).publish("education", patient());
        var citizen = new Visitor(port);
        Visitor.Page start = citizen.follow(citizen.signIn(Personas.GRADUATE, APPLY));
        String home = String.valueOf(citizen.submit(start.form(APPLY)).location());
        String page = home + "/form/use";
        LocalDate day = Tehran.today(Clock.systemUTC()).plusDays(14);
        citizen.submit(
                citizen.open(page)
                        .form(page)
                        .with("use", "استخدام")
                        .with("starts.year", String.valueOf(JalaliDate.of(day).year()))
                        .with("starts.month", String.valueOf(JalaliDate.of(day).month()))
                        .with("starts.day", String.valueOf(JalaliDate.of(day).day())));
        citizen.submit(
                citizen.open(home + "/check").form(home + "/submission").with("agreed", "true"));
        waitFor(citizen, home, "در حال بررسی");

        clock.travelTo(Clock.systemUTC().instant().plus(Duration.ofDays(10).plusMinutes(1)));
        assertThat(waitsFor(day)).isTrue();
        assertThat(citizen.open(home).body()).doesNotContain("PDF با امضای دیجیتال");

        clock.travelTo(Tehran.startOf(day).plusSeconds(60));

        waitFor(citizen, home, "PDF با امضای دیجیتال");
    }

    private boolean waitsFor(LocalDate day) {
        for (int tries = 0; tries < 300 && waiting(day) == 0; tries++) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        return waiting(day) == 1;
    }

    private int waiting(LocalDate day) {
        return jdbc.sql(
                        """
                        select count(*) from cases.task where province = 'IR-08' and name = 'starts'
                            and kind = 'WAIT' and done_at is null and due_on = :day
                        """)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** The blank example, with two waits between the registries and the decision. */
    private static SortedMap<String, String> patient() {
        SortedMap<String, String> pack = Authors.pack("education", CODE);
        pack.computeIfPresent(
                "process.bpmn",
                (path, text) ->
                        text.replace(
                                "sourceRef=\"ask\" targetRef=\"decideByRule\"/>",
                                """
                                sourceRef="ask" targetRef="objections"/>
                                <intermediateCatchEvent id="objections" name="مهلت اعتراض">
                                  <timerEventDefinition><timeDuration>P10D</timeDuration></timerEventDefinition>
                                </intermediateCatchEvent>
                                <sequenceFlow id="f2b" sourceRef="objections" targetRef="starts"/>
                                <intermediateCatchEvent id="starts" name="آغاز کار">
                                  <timerEventDefinition><timeDate>${answers.starts}</timeDate></timerEventDefinition>
                                </intermediateCatchEvent>
                                <sequenceFlow id="f2c" sourceRef="starts" targetRef="decideByRule"/>
                                """));
        pack.computeIfPresent(
                "form.json",
                (path, text) ->
                        text.replace(
                                        """
                                        روی گواهی نوشته می‌شود."
                                                }
                                        """,
                                        """
                                        روی گواهی نوشته می‌شود."
                                                },
                                                { "name": "starts", "kind": "date", "label": "از کی؟", "short": "آغاز" }
                                        """)
                                .replace("[\"use\"]", "[\"use\", \"starts\"]")
                                .replace(
                                        "\"maxLength\": 100 }",
                                        "\"maxLength\": 100 }, \"starts\": { \"type\": \"string\","
                                            + " \"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\" }"));
        pack.computeIfPresent(
                "messages_en.properties",
                (path, text) ->
                        text
                                + "form.fields.starts.label=From which day?\n"
                                + "form.fields.starts.short=Beginning\n");
        pack.replaceAll(
                (path, text) ->
                        path.startsWith("examples/")
                                ? text.replace("شرکت}", "شرکت, starts: \"1405/10/01\"}")
                                : text);
        return pack;
    }

    private static void waitFor(Visitor visitor, String page, String text) {
        for (int tries = 0; tries < 300 && !visitor.open(page).body().contains(text); tries++) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        assertThat(visitor.open(page).body()).contains(text);
    }
}
