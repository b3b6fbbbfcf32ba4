package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.dargah.DargahTest;
import org.dargah.Homecoming;
import org.dargah.Tutorial;
import org.dargah.Visitor;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.RecordedAct;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.Processes;
import org.dargah.cases.internal.Silence;
import org.dargah.cases.internal.TaskTable;
import org.dargah.catalog.PackFiles;
import org.dargah.catalog.Publication;
import org.dargah.catalog.Publisher;
import org.dargah.catalog.Publishing;
import org.dargah.catalog.TaskKind;
import org.dargah.identity.DemoAccounts;
import org.dargah.identity.Role;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Channel;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.TrackingCode;
import org.dargah.kernel.TravellingClock;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The statutory time of a case: prolonged once, and over at last, with what a law says then. */
@DargahTest
class LettingTheTimeRunOutTest {

    private static final Province KERMAN = new Province("IR-08");
    private static final String LAND = "/apply/agriculture/land-use-change";
    private static final Actor TIME = Actor.system("cases", "سامانهٔ خودکار درگاه");

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired CaseTable table;
    @Autowired TaskTable tasks;
    @Autowired Processes processes;
    @Autowired Cases cases;
    @Autowired Desk desk;
    @Autowired Extensions extensions;
    @Autowired Silences silences;
    @Autowired Silence silence;
    @Autowired Publishing publishing;
    @Autowired Acts acts;
    @Autowired TransactionTemplate transaction;
    @Autowired TravellingClock clock;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void comeHome() {
        Homecoming.of(clock, jdbc);
    }

    @Test
    void anOfficerProlongsOnceForADeclaredReasonAndTheApplicantReadsIt() throws Exception {
        Applying citizen = landUse();
        CaseFile file = reviewed(citizen, TaskKind.OPINION);
        LocalDate due = file.dueOn();
        var officer = new Visitor(port);
        officer.signInAtWork("land", accounts.password("land"));
        String home = "/work/cases/" + citizen.code;
        assertThat(officer.open(home).body()).contains("به استانداری کرمان می‌رود");
        String extension = home + "/extension";
        Visitor.Form form = officer.open(extension).form(extension);
        assertThat(officer.submit(form).status()).isEqualTo(422);
        assertThat(officer.submit(form.with("reason", "tooBusy")).status()).isEqualTo(422);
        assertThat(officer.submit(form.with("reason", "opinionLate")).status()).isEqualTo(303);

        CaseFile prolonged = table.find(KERMAN, file.id()).orElseThrow();
        assertThat(prolonged.dueOn()).isAfter(due);
        assertThat(officer.submit(form.with("reason", "opinionLate")).status()).isEqualTo(409);
        assertThat(officer.open(home).body()).doesNotContain(extension);
        assertThat(officer.open(extension).status()).isEqualTo(303);
        assertThat(citizen.page().body())
                .contains("تمدید شد. دلیل: نظر یکی از دستگاه‌ها هنوز نرسیده است.");
        assertThat(lines(file, Act.TERM_EXTENDED)).hasSize(1);
        assertThat(texts(file)).as("submitted, prolonged").isEqualTo(2);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> dueOnBoard(file).equals(prolonged.dueOn()));

        var stranger = new Visitor(port);
        stranger.signInAtWork("water", accounts.password("water"));
        assertThat(stranger.open(extension).status()).isEqualTo(404);
    }

    @Test
    void ofTwoWhoProlongAtOnceOneDoesAndAfterTheLastDayNobody() throws Exception {
        CaseFile file = reviewed(landUse(), TaskKind.OPINION);
        Callable<Doing> one = () -> prolong("land-1", file);
        Callable<Doing> other = () -> prolong("land-2", file);
        try (var two = Executors.newFixedThreadPool(2)) {
            List<Doing> doings =
                    two.invokeAll(List.of(one, other)).stream().map(it -> it.resultNow()).toList();
            assertThat(doings).hasAtLeastOneElementOfType(Doing.Done.class);
            assertThat(doings).hasAtLeastOneElementOfType(Doing.Overtaken.class);
        }
        CaseFile late = reviewed(landUse(), TaskKind.OPINION);
        clock.travelTo(clock.instant().plus(Duration.ofDays(60)));
        assertThat(prolong("land-1", late)).isInstanceOf(Doing.Overtaken.class);
    }

    @Test
    void theBodyAboveTakesACaseThatNobodyAnswered() throws Exception {
        Applying citizen = landUse();
        CaseFile file = reviewed(citizen, TaskKind.OPINION);
        assertThat(silences.speak(file, TIME)).as("while the time runs").isFalse();

        clock.travelTo(clock.instant().plus(Duration.ofDays(70)));
        silence.round();
        CaseFile moved = table.find(KERMAN, file.id()).orElseThrow();
        assertThat(moved.agency()).isEqualTo(new AgencyCode("governorate"));
        assertThat(silences.of(moved)).contains(Lapse.HANDED_OVER);
        TrackingCode code = file.tracking();
        assertThat(desk.open(official("land-1", "agriculture"), code)).isEmpty();
        assertThat(desk.open(official("gov-1", "governorate"), code)).isPresent();
        assertThat(texts(file)).as("submitted, handed over").isEqualTo(2);
        silence.round();
        assertThat(silences.speak(moved, TIME)).isFalse();
        assertThat(lines(file, Act.CASE_SILENT)).hasSize(1);
    }

    @Test
    void silenceApprovesWhereALawSaysSoAndTheDocumentComes() throws Exception {
        String service = published("approval");
        Applying citizen = handedIn(service, "sport", 90);
        CaseFile file = reviewed(citizen, TaskKind.OFFICER_DECISION);
        assertThat(citizen.page().body()).contains("درخواست پذیرفته شمرده می‌شود");

        clock.travelTo(clock.instant().plus(Duration.ofDays(20)));
        silence.round();
        CaseFile decided = table.find(KERMAN, file.id()).orElseThrow();
        assertThat(decided.stage()).isEqualTo(Stage.APPROVED);
        Decision decision = cases.whole(decided).decision().orElseThrow();
        assertThat(decision.silent()).isTrue();
        assertThat(decision.explanation()).contains("به حکم آیین‌نامهٔ نمونه");
        assertThat(tasks.ofCase(KERMAN, file.id())).noneMatch(Task::isOpen);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> cases.whole(decided).certificates().size() == 1);
        assertThat(desk.rule(official("edu-1", "education"), file, approve(file)))
                .isInstanceOf(Ruling.Overtaken.class);
    }

    @Test
    void silenceDoesNotApproveWhatAConditionForbidsNorWhileTheApplicantIsToAct() throws Exception {
        String service = published("approval");
        CaseFile tooSoon = reviewed(handedIn(service, "sport", 2), TaskKind.OFFICER_DECISION);
        CaseFile asked = reviewed(handedIn(service, "sport", 90), TaskKind.OFFICER_DECISION);
        desk.rule(
                official("edu-1", "education"),
                asked,
                new Verdict(
                        Verdict.Choice.ASK_CORRECTION,
                        asked.revision(),
                        List.of(),
                        "روز را روشن کنید."));

        clock.travelTo(clock.instant().plus(Duration.ofDays(20)));
        silence.round();
        CaseFile late = table.find(KERMAN, tooSoon.id()).orElseThrow();
        assertThat(late.stage()).isEqualTo(Stage.REVIEWING);
        assertThat(silences.of(late)).contains(Lapse.HINDERED);
        assertThat(table.find(KERMAN, asked.id()).orElseThrow().stage())
                .isEqualTo(Stage.AWAITING_APPLICANT);
        assertThat(desk.rule(official("edu-1", "education"), late, approve(late)))
                .isInstanceOf(Ruling.Done.class);
    }

    @Test
    void silenceRefusesWhereALawSaysSoButNotWhoWasAnsweredOrWentAway() throws Exception {
        String service = published("refusal");
        CaseFile silent = reviewed(handedIn(service, "sport", 90), TaskKind.OFFICER_DECISION);
        Applying leaving = handedIn(service, "sport", 90);
        CaseFile withdrawn = reviewed(leaving, TaskKind.OFFICER_DECISION);
        leaving.visitor.submit(
                leaving.visitor
                        .open("/cases/" + leaving.code + "/withdrawal")
                        .form("/cases/" + leaving.code + "/withdrawal"));

        clock.travelTo(clock.instant().plus(Duration.ofDays(20)));
        silence.round();
        CaseFile refused = table.find(KERMAN, silent.id()).orElseThrow();
        assertThat(refused.stage()).isEqualTo(Stage.REFUSED);
        assertThat(cases.whole(refused).decision().orElseThrow().conditions()).isEmpty();
        assertThat(table.find(KERMAN, withdrawn.id()).orElseThrow().stage())
                .isEqualTo(Stage.WITHDRAWN);
        assertThat(lines(withdrawn, Act.CASE_SILENT)).isEmpty();
        await().atMost(Duration.ofSeconds(60)).until(() -> texts(silent) == 2);
    }

    @Test
    void silenceEndsAllWaysAtOnceThatAProcessIsOn() throws Exception {
        String code = "silent-land-" + Math.abs(System.nanoTime());
        var files = new TreeMap<String, String>();
        Path folder = Path.of("../services/agriculture/land-use-change");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        Files.readString(file)
                                .replace("land-use-change", code)
                                .replace(
                                        "  means: higher-body\n  body: governorate",
                                        "  means: approval"));
            }
        }
        publish("agriculture", code, files);
        CaseFile file =
                reviewed(
                        new Applying(port).landUse("/apply/agriculture/" + code), TaskKind.OPINION);
        assertThat(tasks.ofCase(KERMAN, file.id())).filteredOn(Task::isOpen).hasSize(2);

        clock.travelTo(clock.instant().plus(Duration.ofDays(8)));
        silence.round();
        assertThat(tasks.ofCase(KERMAN, file.id())).filteredOn(Task::isOpen).hasSize(2);
        clock.travelTo(clock.instant().plus(Duration.ofDays(70)));
        silence.round();
        CaseFile decided = table.find(KERMAN, file.id()).orElseThrow();
        assertThat(decided.stage()).isEqualTo(Stage.APPROVED);
        assertThat(tasks.ofCase(KERMAN, file.id())).noneMatch(Task::isOpen);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> cases.whole(decided).certificates().size() == 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> processes.standsAt(file.id()).isEmpty());
    }

    /** The tutorial's pack, free of charge, under a code and with a silence of its own. */
    private String published(String meaning) throws IOException {
        String code = "silent-" + meaning + "-" + Math.abs(System.nanoTime());
        var files = new TreeMap<String, String>();
        Tutorial.files().forEach((path, text) -> files.put(path, silent(text, code, meaning)));
        files.computeIfPresent(
                "messages_en.properties",
                (path, text) -> text + "silence.legalBasis=Sample regulation\n");
        publish(Tutorial.AGENCY, code, files);
        return "/apply/" + Tutorial.AGENCY + "/" + code;
    }

    private static String silent(String text, String code, String meaning) {
        return text.replace("school-hall", code)
                .replaceAll("amount: \\d+", "amount: 0")
                .replaceAll("fee: \\d+", "fee: 0")
                .replace(
                        "silence: {means: nothing}",
                        "silence: {means: " + meaning + ", legalBasis: آیین‌نامهٔ نمونه}");
    }

    private void publish(String body, String code, SortedMap<String, String> files) {
        var agency = new AgencyCode(body);
        var actor = new Actor(Actor.Kind.OFFICER, "approver", "تأییدکنندهٔ خدمت‌ها");
        var by = new Publisher(actor, agency, Channel.PORTAL, "نمونه");
        var pack = new PackFiles(agency, new ServiceCode(code), files);
        Publication published =
                transaction.execute(status -> publishing.publish(pack, by, "نمونه"));
        assertThat(published).isInstanceOf(Publication.Accepted.class);
    }

    private Applying handedIn(String service, String purpose, int days) {
        var citizen = new Applying(port).draft(Personas.SHOPKEEPER, service);
        citizen.answer("what", Map.of("purpose", purpose));
        JalaliDate day = JalaliDate.of(Tehran.today(clock).plusDays(days));
        citizen.answer(
                "day",
                Map.of(
                        "day.day", String.valueOf(day.day()),
                        "day.month", String.valueOf(day.month()),
                        "day.year", String.valueOf(day.year())));
        citizen.visitor.submit(citizen.lastForm());
        return citizen;
    }

    private Applying landUse() {
        return new Applying(port).landUse(LAND);
    }

    /** Once somebody has it before them. */
    private CaseFile reviewed(Applying citizen, TaskKind kind) {
        TrackingCode code = TrackingCode.parse(citizen.code).orElseThrow();
        CaseFile file = table.find(KERMAN, code).orElseThrow();
        await().atMost(Duration.ofSeconds(30)).until(() -> tasks.open(file, kind).isPresent());
        return table.find(KERMAN, code).orElseThrow();
    }

    private Doing prolong(String officer, CaseFile file) {
        return extensions.prolong(
                official(officer, "agriculture"), file, file.revision(), "opinionLate");
    }

    private static Verdict approve(CaseFile file) {
        return new Verdict(Verdict.Choice.APPROVE, file.revision(), List.of(), "");
    }

    private List<RecordedAct> lines(CaseFile file, Act act) {
        return acts.ofCase(KERMAN, file.id()).stream().filter(it -> it.act() == act).toList();
    }

    private int texts(CaseFile file) {
        return jdbc.sql(
                        "select count(*) from messages.sms where province = 'IR-08' and case_id ="
                                + " :id")
                .param("id", file.key())
                .query(Integer.class)
                .single();
    }

    private LocalDate dueOnBoard(CaseFile file) {
        return jdbc.sql(
                        "select due_on from board.case_line where province = 'IR-08' and case_id ="
                                + " :id")
                .param("id", file.key())
                .query(LocalDate.class)
                .optional()
                .orElse(LocalDate.EPOCH);
    }

    private static Official official(String id, String agency) {
        return new Official(
                KERMAN,
                new AgencyCode(agency),
                new Actor(Actor.Kind.OFFICER, id, "کارشناس نمونه"),
                Set.of(Role.OFFICER));
    }
}
