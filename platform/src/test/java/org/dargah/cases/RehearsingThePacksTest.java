package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dargah.DargahTest;
import org.dargah.Tutorial;
import org.dargah.catalog.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DargahTest
class RehearsingThePacksTest {

    private static final Path SERVICES = Path.of("../services");
    private static final String APPROVED = "examples/10-approved-after-a-correction.yaml";

    @Autowired Workbench workbench;
    @Autowired Rehearsals rehearsals;
    @Autowired JdbcClient jdbc;
    @TempDir Path folder;

    @Test
    void everyExampleOfEveryPackHolds() {
        var wrong = new ArrayList<String>();
        int examples = 0;
        for (Workbench.Look look : workbench.lookAtAll(SERVICES)) {
            switch (look) {
                case Workbench.Look.Bad bad -> wrong.add(bad.toString());
                case Workbench.Look.Good good -> {
                    for (Rehearsed one : rehearsals.run(good.service(), good.examples())) {
                        examples++;
                        if (!one.isGood()) {
                            wrong.add(good.pack() + " " + said(one));
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(examples).isGreaterThan(20);
    }

    @Test
    void theEngineWalksTheProcessAndTheDocumentIsTheRealOne() throws IOException {
        Rehearsed one = rehearse(APPROVED);
        assertThat(one.isGood()).isTrue();
        assertThat(one.got().path().orElseThrow())
                .containsExactly(
                        "ask",
                        "officerDecision",
                        "askApplicant",
                        "ask",
                        "officerDecision",
                        "issueLicence",
                        "tellApproved",
                        "approved");
        assertThat(one.got().document().orElseThrow())
                .contains("استان کرمان", "اتاق اصناف مرکز استان کرمان", "پلاک ۱۳");
    }

    @Test
    void aPromiseThatDoesNotHoldIsNamedWithWhatWasExpectedAndGot() throws IOException {
        change(APPROVED, "issueLicence, tellApproved", "tellApproved");
        change(APPROVED, "پلاک ۱۳", "پلاک ۱۴");
        assertThat(rehearse(APPROVED).differences())
                .extracting(difference -> difference.field())
                .containsExactly("path", "document");
    }

    @Test
    void aProcessThatLosesADecisionIsFound() throws IOException {
        change(
                "process.bpmn",
                "sourceRef=\"outcomeIs\" targetRef=\"issueLicence\"",
                "sourceRef=\"outcomeIs\" targetRef=\"tellRefused\"");
        assertThat(refusal()).contains("'issueLicence' is never reached");
    }

    @Test
    void whoActsWhereTheProcessDoesNotStandIsToldSo() throws IOException {
        change(APPROVED, "  - officerDecision: correction\n", "");
        assertThat(rehearse(APPROVED).trouble())
                .isEqualTo(
                        "the example expects askApplicant, the process stands at"
                                + " [officerDecision]");
    }

    @Test
    void aRefusalWithoutAConditionIsNoDecision() throws IOException {
        change("examples/11-against-the-rules-of-the-trade.yaml", ", conditions: [6]", "");
        assertThat(rehearse("examples/11-against-the-rules-of-the-trade.yaml").trouble())
                .isEqualTo("a refusal cites the number of a condition");
    }

    @Test
    void aCorrectionThatWouldChangeTheFeeIsRefusedAsForReal() throws IOException {
        Path pack = folder.resolve(Tutorial.AGENCY).resolve(Tutorial.SERVICE);
        for (Map.Entry<String, String> file : Tutorial.files().entrySet()) {
            Path path = pack.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(
                    path,
                    file.getValue()
                            .replace("  fee: 200000", "  fee: 500000")
                            .replace(
                                    "  - officerDecision: approved",
                                    """
                                    - officerDecision: correction
                                    - askApplicant: {answers: {purpose: celebration}}
                                    - officerDecision: approved\
                                    """));
        }
        var good = (Workbench.Look.Good) workbench.look(pack);
        assertThat(rehearsals.run(good.service(), good.examples()))
                .extracting(Rehearsed::trouble)
                .contains("a correction may not change the fee");
    }

    @Test
    void silenceDecidesAsTheCardSaysAndNotOtherwise() throws IOException {
        change(
                "service.yaml",
                "  means: nothing",
                "  means: approval\n  legalBasis: آیین‌نامهٔ نمونه");
        change(
                "messages_en.properties",
                "\nextension.legalBasis=",
                "\nsilence.legalBasis=Sample\nextension.legalBasis=");
        change(APPROVED, "  - officerDecision: approved", "  - silence: approved");
        assertThat(rehearse(APPROVED).isGood()).isTrue();
        change(APPROVED, "  - silence: approved", "  - silence: refused");
        assertThat(rehearse(APPROVED).trouble()).isEqualTo("silence means approved here");
    }

    @Test
    void aProcessThatGoesInCirclesIsStopped() throws IOException {
        change(
                "process.bpmn",
                "sourceRef=\"ask\" targetRef=\"officerDecision\"",
                "sourceRef=\"ask\" targetRef=\"ask\"");
        assertThat(refusal()).contains("'ask' comes back to itself");
    }

    /** Before any example is walked. */
    private String refusal() throws IOException {
        copy("asnaf/business-licence");
        return workbench.look(folder.resolve("asnaf/business-licence")).toString();
    }

    /**
     * For real it lasts until that day; here it comes at once, though it was long ago or is far.
     */
    @Test
    void aWaitForADayThatIsAnsweredIsOverAtOnce() throws IOException {
        change(
                "process.bpmn",
                "sourceRef=\"ask\" targetRef=\"decideByRule\"/>",
                """
                sourceRef="ask" targetRef="monthIsOver"/>
                <intermediateCatchEvent id="monthIsOver" name="پایان ماه">
                  <timerEventDefinition><timeDate>${answers.endsOn}</timeDate></timerEventDefinition>
                </intermediateCatchEvent>
                <sequenceFlow id="f2b" sourceRef="monthIsOver" targetRef="decideByRule"/>
                """);
        for (String example : List.of("01-three-workers", "05-month-not-over")) {
            Rehearsed one =
                    rehearse("social-security/insurance-list", "examples/" + example + ".yaml");
            assertThat(one.trouble()).isEmpty();
            assertThat(one.isGood()).isTrue();
            assertThat(one.got().path().orElseThrow())
                    .startsWith("ask", "monthIsOver", "decideByRule");
        }
    }

    @Test
    void nothingOfARehearsalStaysAndNobodyIsTold() throws IOException {
        String before = traces();
        rehearse(APPROVED);
        assertThat(traces()).isEqualTo(before);
    }

    private String traces() {
        return jdbc.sql(
                        """
                        select (select count(*) from process_ir08.act_re_deployment where tenant_id_ <> '')
                            || ' ' || (select count(*) from process_ir08.act_ru_execution where tenant_id_ <> '')
                            || ' ' || (select count(*) from documents.certificate where province = 'IR-08'
                                        and number = 'نمونه')
                        """)
                .query(String.class)
                .single();
    }

    private Rehearsed rehearse(String file) throws IOException {
        return rehearse("asnaf/business-licence", file);
    }

    private Rehearsed rehearse(String pack, String file) throws IOException {
        copy(pack);
        return switch (workbench.look(folder.resolve(pack))) {
            case Workbench.Look.Bad bad -> throw new AssertionError(bad);
            case Workbench.Look.Good good ->
                    rehearsals
                            .run(
                                    good.service(),
                                    good.examples().stream()
                                            .filter(example -> example.file().equals(file))
                                            .toList())
                            .getFirst();
        };
    }

    private final List<String[]> changes = new ArrayList<>();

    private void change(String file, String what, String by) {
        changes.add(new String[] {file, what, by});
    }

    private void copy(String pack) throws IOException {
        Path source = SERVICES.resolve(pack);
        Path target = folder.resolve(pack);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        for (String[] change : changes) {
            Path file = target.resolve(change[0]);
            String text = Files.readString(file);
            assertThat(text).contains(change[1]);
            Files.writeString(file, text.replace(change[1], change[2]));
        }
    }

    private static String said(Rehearsed one) {
        return one.example().file() + " " + one.differences() + " " + one.trouble();
    }
}
