package org.dargah.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.SortedMap;
import org.dargah.DargahTest;
import org.dargah.Homecoming;
import org.dargah.Visitor;
import org.dargah.identity.DemoAccounts;
import org.dargah.kernel.TravellingClock;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that gives ten days for objections decides when they are over, and not before. */
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
        citizen.submit(citizen.open(page).form(page).with("use", "استخدام"));
        citizen.submit(
                citizen.open(home + "/check").form(home + "/submission").with("agreed", "true"));
        waitFor(citizen, home, "در حال بررسی");

        clock.travelTo(Clock.systemUTC().instant().plus(Duration.ofDays(10).plusMinutes(1)));

        waitFor(citizen, home, "PDF با امضای دیجیتال");
    }

    /** The blank example, with a wait between the registries and the decision. */
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
                                <sequenceFlow id="f2b" sourceRef="objections" targetRef="decideByRule"/>
                                """));
        return pack;
    }

    private static void waitFor(Visitor visitor, String page, String text) {
        for (int tries = 0; tries < 300 && !visitor.open(page).body().contains(text); tries++) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        assertThat(visitor.open(page).body()).contains(text);
    }
}
