package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.Processes;
import org.dargah.cases.internal.TaskTable;
import org.dargah.catalog.TaskKind;
import org.dargah.identity.Role;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Province;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.TrackingCode;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two inspectors, two supervisors, an inspector and the applicant: each pair at the same time. */
@DargahTest
class VisitingAndSigningAtOnceTest {

    private static final Province KERMAN = new Province("IR-08");
    private static final String SERVICE = "/apply/medical-university-kerman/food-premises-permit";

    @LocalServerPort int port;

    @Autowired TaskTable tasks;
    @Autowired CaseTable table;
    @Autowired Inspections inspections;
    @Autowired Desk desk;
    @Autowired Supervision supervision;
    @Autowired Processes processes;
    @Autowired Acts acts;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    @Test
    void ofTwoInspectorsOneHasReportedAndOfTwoSupervisorsOneHasSigned() throws Exception {
        var citizen = new Applying(port);
        CaseFile visited = visited(citizen);
        Task visit = open(visited, TaskKind.INSPECTION);

        assertOneWasQuicker(
                at(visited, report(visited, visit, "one"), report(visited, visit, "other")));

        CaseFile reported = after(visited, TaskKind.OFFICER_DECISION);
        assertThat(count(reported, Act.INSPECTION_REPORTED)).isEqualTo(1);
        assertThat(
                        desk.rule(
                                official(reported, "officer", Role.OFFICER),
                                reported,
                                new Verdict(
                                        Verdict.Choice.APPROVE,
                                        reported.revision(),
                                        List.of(),
                                        "")))
                .isInstanceOf(Ruling.Done.class);

        CaseFile proposed = after(reported, TaskKind.SUPERVISOR_SIGNATURE);
        assertOneWasQuicker(at(proposed, sign(proposed, "first"), sign(proposed, "second")));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> count(proposed, Act.CERTIFICATE_ISSUED) == 1);
        assertThat(count(proposed, Act.CASE_APPROVED)).isEqualTo(1);
        assertThat(processes.standsAt(proposed.id())).doesNotContain("supervisorSignature");
    }

    @Test
    void anInspectorWhoReportsWhileTheCaseIsTakenBackIsToldAndWritesNothing() throws Exception {
        var citizen = new Applying(port);
        CaseFile visited = visited(citizen);
        Task visit = open(visited, TaskKind.INSPECTION);
        String withdrawal = "/cases/" + citizen.code + "/withdrawal";
        Visitor.Form takeBack = citizen.visitor.open(withdrawal).form(withdrawal);

        List<Object> answers =
                at(
                        visited,
                        () -> citizen.visitor.submit(takeBack).status(),
                        report(visited, visit, "one"));

        assertThat(answers.getFirst()).isEqualTo(303);
        assertThat(answers.getLast()).isInstanceOf(Doing.Overtaken.class);
        CaseFile now = now(visited);
        assertThat(now.stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(now.said("inspection")).isEmpty();
        assertThat(count(now, Act.INSPECTION_REPORTED)).isZero();
        assertThat(tasks.ofCase(KERMAN, now.id())).noneMatch(Task::isOpen);
        assertThat(processes.standsAt(now.id())).isEmpty();
    }

    private static void assertOneWasQuicker(List<Object> answers) {
        assertThat(answers)
                .hasSize(2)
                .hasAtLeastOneElementOfType(Doing.Done.class)
                .hasAtLeastOneElementOfType(Doing.Overtaken.class);
    }

    private List<Object> at(CaseFile file, Callable<Object> one, Callable<Object> other)
            throws Exception {
        return new InTheSameInstant(jdbc, transaction).on(file, List.of(one, other));
    }

    private Callable<Object> report(CaseFile file, Task visit, String inspector) {
        var report =
                new Inspections.Report(
                        Map.of(
                                "surfaces",
                                true,
                                "pipedWater",
                                true,
                                "warmBasin",
                                true,
                                "fridge",
                                4,
                                "closedBins",
                                true,
                                "staff",
                                1,
                                "staffWithCard",
                                1),
                        true,
                        "");
        return () ->
                inspections.report(
                        official(file, inspector, Role.INSPECTOR),
                        visit.id(),
                        visit.revision(),
                        report,
                        List::of);
    }

    private Callable<Object> sign(CaseFile file, String supervisor) {
        return () ->
                supervision.sign(
                        official(file, supervisor, Role.SUPERVISOR), file, file.revision());
    }

    /** The day of the visit is today. */
    private CaseFile visited(Applying citizen) {
        CaseFile file = after(applied(citizen), TaskKind.INSPECTION);
        Task task = open(file, TaskKind.INSPECTION);
        inspections.schedule(
                official(file, "one", Role.INSPECTOR),
                task.id(),
                task.revision(),
                Tehran.today(java.time.Clock.systemUTC()),
                Visit.Hours.MORNING);
        return now(file);
    }

    private CaseFile applied(Applying citizen) {
        citizen.draft(Personas.SHOPKEEPER, SERVICE);
        citizen.answer("place", Map.of("postcode", "7616611301"));
        citizen.answer("work", Map.of("work", "restaurant"));
        citizen.answer("name", Map.of("unitName", "آشپزخانهٔ نمونه"));
        String provider =
                Objects.requireNonNull(citizen.visitor.submit(citizen.lastForm()).location());
        Visitor.Page paying = citizen.visitor.open(provider);
        citizen.visitor.follow(citizen.visitor.submit(paying.form(provider + "/payment")));
        return table.find(KERMAN, TrackingCode.parse(citizen.code).orElseThrow()).orElseThrow();
    }

    private CaseFile after(CaseFile file, TaskKind kind) {
        await().atMost(Duration.ofSeconds(30)).until(() -> tasks.open(file, kind).isPresent());
        return now(file);
    }

    private CaseFile now(CaseFile file) {
        return table.find(KERMAN, file.id()).orElseThrow();
    }

    private Task open(CaseFile file, TaskKind kind) {
        return tasks.open(file, kind).orElseThrow();
    }

    private long count(CaseFile file, Act act) {
        return acts.ofCase(KERMAN, file.id()).stream().filter(it -> it.act() == act).count();
    }

    private static Official official(CaseFile file, String id, Role role) {
        return new Official(
                KERMAN,
                file.agency(),
                new Actor(Actor.Kind.OFFICER, id, "کارشناس نمونه"),
                Set.of(role));
    }
}
