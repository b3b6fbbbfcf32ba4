package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.dargah.DargahTest;
import org.dargah.Homecoming;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.RecordedAct;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.Silence;
import org.dargah.cases.internal.TaskTable;
import org.dargah.catalog.TaskKind;
import org.dargah.identity.Role;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.dargah.kernel.TrackingCode;
import org.dargah.kernel.TravellingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Bad days of an opinion: two hands at once, nobody at all, too late, broken off in the middle. */
@DargahTest
class AnsweringForAnAgencyTest {

    private static final Province KERMAN = new Province("IR-08");
    private static final String SERVICE = "/apply/agriculture/land-use-change";
    private static final Opinions.Answer YES =
            new Opinions.Answer(Opinions.Choice.AGREE, "", List.of());

    @LocalServerPort int port;

    @Autowired TaskTable tasks;

    @Autowired CaseTable table;

    @Autowired Opinions opinions;

    @Autowired Silence silence;

    @Autowired Inbox inbox;

    @Autowired Acts acts;

    @Autowired TransactionTemplate transaction;

    @Autowired TravellingClock clock;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void comeHome() {
        Homecoming.of(clock, jdbc);
    }

    @Test
    void ofTwoWhoAnswerAtOnceOneIsToldThatAColleagueWasQuicker() throws Exception {
        CaseFile file = asked();
        Task task = task(file, "opinion-water");
        Callable<Doing> one = () -> opinions.answer(official("water-1"), task.id(), 0, YES);
        Callable<Doing> other = () -> opinions.answer(official("water-2"), task.id(), 0, YES);
        try (var two = Executors.newFixedThreadPool(2)) {
            List<Doing> doings =
                    two.invokeAll(List.of(one, other)).stream().map(it -> it.resultNow()).toList();
            assertThat(doings).hasAtLeastOneElementOfType(Doing.Done.class);
            assertThat(doings).hasAtLeastOneElementOfType(Doing.Overtaken.class);
        }
        assertThat(lines(file, Act.OPINION_GIVEN)).hasSize(1);
    }

    @Test
    void theSameHandTwiceIsOnce() throws Exception {
        CaseFile file = asked();
        Task task = task(file, "opinion-water");
        opinions.answer(official("water-1"), task.id(), 0, YES);
        assertThat(opinions.answer(official("water-1"), task.id(), 0, YES))
                .isInstanceOf(Doing.Done.class);
        assertThat(lines(file, Act.OPINION_GIVEN)).hasSize(1);
    }

    @Test
    void anAnswerThatBreaksOffInTheMiddleIsAsIfItHadNeverBeen() throws Exception {
        CaseFile file = asked();
        Task task = task(file, "opinion-water");
        transaction.executeWithoutResult(
                status -> {
                    opinions.answer(official("water-1"), task.id(), 0, YES);
                    status.setRollbackOnly();
                });
        assertThat(task(file, "opinion-water").isOpen()).isTrue();
        assertThat(lines(file, Act.OPINION_GIVEN)).isEmpty();
        assertThat(opinions.answer(official("water-2"), task.id(), 0, YES))
                .isInstanceOf(Doing.Done.class);
    }

    @Test
    void anotherAgencysQuestionDoesNotExist() throws Exception {
        Task task = task(asked(), "opinion-resources");
        assertThat(opinions.open(official("water-1"), task.id())).isEmpty();
    }

    @Test
    void silenceAgreesAfterTheDaysWhereThePackSaysSoAndOnlyThere() throws Exception {
        CaseFile file = asked();
        silence.round();
        assertThat(task(file, "opinion-water").isOpen()).isTrue();

        clock.travelTo(clock.instant().plus(Duration.ofDays(40)));
        assertThat(silence.round()).isPositive();
        assertThat(task(file, "opinion-water").outcome()).isEqualTo("agree");
        assertThat(task(file, "opinion-resources").isOpen()).isTrue();
        CaseFile now = table.find(KERMAN, file.id()).orElseThrow();
        assertThat(now.said("opinion").orElseThrow().fields()).containsEntry("water.silent", true);
        assertThat(lines(file, Act.OPINION_SILENT)).hasSize(1);
        assertThat(opinions.answer(official("water-1"), task(file, "opinion-water").id(), 0, YES))
                .isInstanceOf(Doing.Overtaken.class);
    }

    @Test
    void aWithdrawnCaseEndsItsOpenTasksEverywhere() throws Exception {
        var citizen = applied();
        CaseFile file = waitFor(citizen);
        citizen.visitor.submit(
                citizen.visitor
                        .open("/cases/" + citizen.code + "/withdrawal")
                        .form("/cases/" + citizen.code + "/withdrawal"));
        assertThat(tasks.ofCase(KERMAN, file.id())).noneMatch(Task::isOpen);
        var mine = new Inbox.Filter(Inbox.View.OPINIONS, citizen.code, null);
        assertThat(inbox.page(official("water-1"), mine, null).lines()).isEmpty();
        Task task = task(file, "opinion-water");
        assertThat(opinions.answer(official("water-1"), task.id(), 0, YES))
                .isInstanceOf(Doing.Overtaken.class);
    }

    private CaseFile asked() throws InterruptedException {
        return waitFor(applied());
    }

    private Applying applied() {
        return new Applying(port).landUse(SERVICE);
    }

    private CaseFile waitFor(Applying citizen) {
        TrackingCode code = TrackingCode.parse(citizen.code).orElseThrow();
        CaseFile file = table.find(KERMAN, code).orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(tasks.ofCase(KERMAN, file.id()))
                                        .filteredOn(task -> task.kind() == TaskKind.OPINION)
                                        .hasSize(2));
        return table.find(KERMAN, code).orElseThrow();
    }

    private Task task(CaseFile file, String name) {
        return tasks.ofCase(KERMAN, file.id()).stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<RecordedAct> lines(CaseFile file, Act act) {
        return acts.ofCase(KERMAN, file.id()).stream().filter(it -> it.act() == act).toList();
    }

    private static Official official(String id) {
        return new Official(
                KERMAN,
                new AgencyCode("regional-water"),
                new Actor(Actor.Kind.OFFICER, id, "کارشناس منابع آب"),
                Set.of(Role.OFFICER));
    }
}
