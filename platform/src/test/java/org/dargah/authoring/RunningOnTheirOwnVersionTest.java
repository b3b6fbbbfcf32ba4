package org.dargah.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Doing;
import org.dargah.cases.Inspections;
import org.dargah.cases.Official;
import org.dargah.cases.Task;
import org.dargah.cases.Visit;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.TaskTable;
import org.dargah.catalog.TaskKind;
import org.dargah.identity.DemoAccounts;
import org.dargah.identity.Role;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Province;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.TrackingCode;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is published later, or retired, hurts no case that runs. */
@DargahTest
class RunningOnTheirOwnVersionTest {

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired Inspections inspections;
    @Autowired TaskTable tasks;
    @Autowired CaseTable cases;

    private final String code = "own-version-" + Math.abs(System.nanoTime());

    @Test
    void aCaseOfTheFirstVersionIsDecidedAfterTheSecondIsPublishedAndTheServiceRetired() {
        var authors = new Authors(port, accounts);
        authors.publish("education", decidedByAnOfficer());
        var early = new Visitor(port);
        String running = handIn(early, Personas.GRADUATE);
        var waiting = new Visitor(port);
        String draft = draft(waiting, Personas.WITHOUT_DEGREE);

        SortedMap<String, String> second = decidedByAnOfficer();
        second.replaceAll((path, text) -> text.replace("workingDays: 3", "workingDays: 9"));
        authors.publish("education", second);
        assertThat(new Visitor(port).open("/services/education/" + code).body()).contains("۹ روز");
        Visitor analyst = authors.at("education-analyst");
        assertThat(analyst.open("/work/services/" + code + "/versions").body())
                .contains("مهلت قانونی")
                .contains("۳ روز")
                .contains("۹ روز");

        Visitor approver = authors.at("education-approver");
        String retirement = "/work/services/" + code + "/retirement";
        assertThat(approver.submit(approver.open(retirement).form(retirement)).status())
                .isEqualTo(422);
        assertThat(
                        approver.submit(
                                        approver.open(retirement)
                                                .form(retirement)
                                                .with("reason", "با خدمت دیگری یکی شد."))
                                .status())
                .isEqualTo(303);

        Visitor.Page service = new Visitor(port).open("/services/education/" + code);
        assertThat(service.status()).isEqualTo(410);
        assertThat(service.body()).contains("دیگر ارائه نمی‌شود");
        assertThat(waiting.open("/apply/education/" + code).location())
                .isEqualTo("/services/education/" + code);
        assertThat(waiting.open(draft).body()).contains("این خدمت دیگر ارائه نمی‌شود");
        Visitor.Page refused =
                waiting.submit(
                        waiting.open(draft + "/check")
                                .form(draft + "/submission")
                                .with("agreed", "true"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("این درخواست را دیگر نمی‌توان ثبت کرد");

        decide(running);
        waitFor(early, running, "PDF با امضای دیجیتال");
    }

    /** The first way leads through a visit, the second does not know of any. */
    @Test
    void aCaseOnItsWayThroughAVisitEndsByItsOwnWayWhenTheNextVersionHasNone() {
        var authors = new Authors(port, accounts);
        authors.publish("education", visited());
        var early = new Visitor(port);
        String first = handIn(early, Personas.GRADUATE);
        Task visit = waitForVisit(first);

        authors.publish("education", decidedByAnOfficer());
        var late = new Visitor(port);
        String second = handIn(late, Personas.SHOPKEEPER);
        decide(second);
        waitFor(late, second, "PDF با امضای دیجیتال");

        assertThat(early.open(first).body()).doesNotContain("PDF با امضای دیجیتال");
        var officer = new Visitor(port);
        officer.signInAtWork("education", accounts.password("education"));
        assertThat(officer.open("/work" + first).body()).doesNotContain("ثبت تصمیم");
        visit(visit);
        decide(first);
        waitFor(early, first, "PDF با امضای دیجیتال");
        assertThat(tasksOf(first)).containsExactly("inspection", "officerDecision");
        assertThat(tasksOf(second)).containsExactly("officerDecision");
    }

    private SortedMap<String, String> visited() {
        SortedMap<String, String> pack = decidedByAnOfficer();
        pack.computeIfPresent(
                "process.bpmn",
                (path, text) ->
                        text.replace(
                                "sourceRef=\"ask\" targetRef=\"officerDecision\"/>",
                                """
                                sourceRef="ask" targetRef="inspection"/>
                                <userTask id="inspection" name="بازدید"/>
                                <sequenceFlow id="f2b" sourceRef="inspection" targetRef="officerDecision"/>
                                """));
        pack.computeIfPresent(
                "service.yaml",
                (path, text) ->
                        text
                                + """

                                inspection:
                                  title: بازدید از محل
                                  notice: در روز بازدید در محل باشید.
                                  checklist:
                                    - {name: clean, kind: yesno, label: محل پاکیزه است}
                                """);
        pack.computeIfPresent(
                "messages_en.properties",
                (path, text) ->
                        text
                                + """
                                inspection.title=Visit
                                inspection.notice=Be there on the day of the visit.
                                inspection.items.clean.label=The place is clean
                                """);
        return pack;
    }

    private Task waitForVisit(String running) {
        for (int tries = 0; tries < 300 && tasksOf(running).isEmpty(); tries++) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        return tasks.open(file(running), TaskKind.INSPECTION).orElseThrow();
    }

    private CaseFile file(String running) {
        return cases.find(
                        new Province("IR-08"),
                        new TrackingCode(running.substring("/cases/".length())))
                .orElseThrow();
    }

    private List<String> tasksOf(String running) {
        return tasks.ofCase(new Province("IR-08"), file(running).id()).stream()
                .map(Task::name)
                .toList();
    }

    private void visit(Task task) {
        var inspector =
                new Official(
                        task.province(),
                        task.body(),
                        new Actor(Actor.Kind.OFFICER, "inspector", "بازرس نمونه"),
                        Set.of(Role.INSPECTOR));
        inspections.schedule(
                inspector,
                task.id(),
                task.revision(),
                Tehran.today(Clock.systemUTC()),
                Visit.Hours.MORNING);
        int revision = tasks.find(task.province(), task.id()).orElseThrow().revision();
        assertThat(
                        inspections.report(
                                inspector,
                                task.id(),
                                revision,
                                new Inspections.Report(Map.of("clean", true), true, ""),
                                List::of))
                .isInstanceOf(Doing.Done.class);
    }

    private SortedMap<String, String> decidedByAnOfficer() {
        SortedMap<String, String> pack = Authors.pack("education", code);
        pack.computeIfPresent(
                "service.yaml",
                (path, text) -> text.replace("decision: automatic", "decision: officer"));
        pack.put("process.bpmn", Authors.officersProcess(code));
        pack.replaceAll(
                (path, text) ->
                        path.equals("examples/01-granted.yaml")
                                ? text.replace("outcome: approved", "outcome: officer")
                                : text);
        pack.remove("examples/02-refused.yaml");
        return pack;
    }

    private String draft(Visitor citizen, Citizen person) {
        String apply = "/apply/education/" + code;
        Visitor.Page start = citizen.follow(citizen.signIn(person, apply));
        String home = String.valueOf(citizen.submit(start.form(apply)).location());
        String page = home + "/form/use";
        citizen.submit(citizen.open(page).form(page).with("use", "استخدام"));
        return home;
    }

    private String handIn(Visitor citizen, Citizen person) {
        String home = draft(citizen, person);
        citizen.submit(
                citizen.open(home + "/check").form(home + "/submission").with("agreed", "true"));
        return home;
    }

    private void decide(String running) {
        var officer = new Visitor(port);
        officer.signInAtWork("education", accounts.password("education"));
        String at = "/work" + running;
        waitFor(officer, at, "ثبت تصمیم");
        Visitor.Page page = officer.open(at);
        String action =
                page.body().replaceAll("(?s).*<form[^>]*action=\"(" + at + "/[a-z]+)\".*", "$1");
        officer.submit(page.form(action).with("choice", "APPROVE"));
    }

    private static void waitFor(Visitor visitor, String page, String text) {
        for (int tries = 0; tries < 300 && !visitor.open(page).body().contains(text); tries++) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        assertThat(visitor.open(page).body()).contains(text);
    }
}
