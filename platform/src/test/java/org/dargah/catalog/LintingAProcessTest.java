package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dargah.catalog.internal.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process that leads nowhere, or somewhere it must not, is refused with its line and a way out.
 */
class LintingAProcessTest {

    private static final String GATEWAY = "<exclusiveGateway id=\"outcomeIs\" name=\"نتیجه\"";

    private final Pack licence = PacksOfTheHouse.pack("asnaf/business-licence");
    private final Pack permit =
            PacksOfTheHouse.pack("medical-university-kerman/food-premises-permit");
    private final Pack land = PacksOfTheHouse.pack("agriculture/land-use-change");

    @ParameterizedTest
    @CsvSource({
        "scriptTask, use a <serviceTask> with one of",
        "callActivity, write its steps into this one process",
        "subProcess, write its steps into this one process",
        "sendTask, use a <serviceTask> with ${notify}",
        "businessRuleTask, use ${decide}",
        "manualTask, use a <userTask> with one of the ids",
        "inclusiveGateway, use an <exclusiveGateway> or a <parallelGateway>",
        "boundaryEvent, use an <intermediateCatchEvent> with a timer",
        "extensionElements, what a step does is told by its kind",
    })
    void whatIsNotInTheVocabularyIsRefusedWithWhatToUseInstead(String element, String remedy) {
        assertThat(
                        problems(
                                licence,
                                "<userTask id=\"officerDecision\"",
                                "<"
                                        + element
                                        + " id=\"odd\"/>\n    <userTask id=\"officerDecision\""))
                .anyMatch(
                        p ->
                                p.line() == lineOf(licence, "<userTask id=\"officerDecision\"")
                                        && p.what().contains("<" + element + "> is not in the")
                                        && p.what().contains(remedy));
    }

    @ParameterizedTest
    @CsvSource({
        "flowable:class=\"java.lang.Runtime\"",
        "flowable:expression=\"${execution}\"",
        "flowable:type=\"http\"",
        "flowable:type=\"mail\"",
        "flowable:type=\"external\"",
        "flowable:resultVariable=\"x\"",
        "flowable:skipExpression=\"${true}\"",
    })
    void otherMachineryOfTheEngineIsRefused(String attribute) {
        assertThat(
                        problems(
                                licence,
                                "flowable:delegateExpression=\"${issue}\"",
                                "flowable:delegateExpression=\"${issue}\" " + attribute))
                .anyMatch(
                        p ->
                                p.what().contains("may not have the attribute")
                                        && p.line() == lineOf(licence, "${issue}"));
    }

    @Test
    void aListenerIsRefused() {
        assertThat(
                        problems(
                                licence,
                                "<userTask id=\"askApplicant\" name=\"اصلاح متقاضی\"/>",
                                "<userTask id=\"askApplicant\"><extensionElements>"
                                        + "<flowable:taskListener event=\"create\""
                                        + " class=\"a.B\"/></extensionElements></userTask>"))
                .anyMatch(p -> p.what().startsWith("<taskListener> is not in the vocabulary"));
    }

    @Test
    void anEntityBombIsRefusedBeforeItIsRead() {
        String bomb =
                "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b"
                        + " \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n<definitions";
        assertThat(problems(licence, "<definitions", bomb))
                .anyMatch(p -> p.file().equals("process.bpmn") && p.line() == 2);
    }

    @Test
    void aStepThatNothingLeadsToIsNamed() {
        says(
                licence,
                "sourceRef=\"tellApproved\" targetRef=\"approved\"",
                "sourceRef=\"tellApproved\" targetRef=\"refused\"",
                "'approved' is never reached");
    }

    @Test
    void aDeadEndIsNamed() {
        says(
                licence,
                "<sequenceFlow id=\"f6\" sourceRef=\"tellApproved\" targetRef=\"approved\"/>",
                "",
                "'tellApproved' is a dead end");
    }

    @Test
    void aGatewayNeedsADefault() {
        says(licence, GATEWAY + " default=\"f_refused\"", GATEWAY, "has no default");
    }

    @Test
    void anOutcomeThatTheTaskNeverLeavesIsNamed() {
        says(
                licence,
                "${outcome == 'correction'}",
                "${outcome == 'returned'}",
                "'officerDecision' never ends with 'returned'; use one of approved, refused,"
                        + " correction");
    }

    @Test
    void anApprovalWithoutADocumentIsNamed() {
        says(
                licence,
                "flowable:delegateExpression=\"${issue}\"",
                "flowable:delegateExpression=\"${notify}\"",
                "a way that approves ends here without a document");
    }

    @Test
    void aProcessInWhichNobodyDecidesIsNamed() {
        says(
                licence,
                "<userTask id=\"officerDecision\" name=\"بررسی کارشناس\"/>",
                "<serviceTask id=\"officerDecision\" flowable:delegateExpression=\"${inquiry}\"/>",
                "leaves no outcome");
    }

    @Test
    void aDecisionThatComesTwiceIsNamed() {
        says(
                licence,
                "sourceRef=\"issueLicence\" targetRef=\"tellApproved\"",
                "sourceRef=\"issueLicence\" targetRef=\"officerDecision\"",
                "never reached",
                "sourceRef=\"tellRefused\" targetRef=\"refused\"",
                "sourceRef=\"tellRefused\" targetRef=\"tellApproved\"");
        says(
                licence,
                "sourceRef=\"tellRefused\" targetRef=\"refused\"",
                "sourceRef=\"tellRefused\" targetRef=\"officerDecision\"",
                "a case could be decided twice here",
                "<endEvent id=\"refused\" name=\"درخواست رد شد\"/>",
                "");
    }

    @Test
    void aRefusalThatIssuesIsNamed() {
        says(
                licence,
                "sourceRef=\"outcomeIs\" targetRef=\"tellRefused\"",
                "sourceRef=\"outcomeIs\" targetRef=\"issueLicence\"",
                "a document would be issued without an approval",
                "<serviceTask id=\"tellRefused\" name=\"خبر به متقاضی\""
                        + " flowable:delegateExpression=\"${notify}\" flowable:async=\"true\"/>",
                "",
                "<sequenceFlow id=\"f7\" sourceRef=\"tellRefused\" targetRef=\"refused\"/>",
                "",
                "<endEvent id=\"refused\" name=\"درخواست رد شد\"/>",
                "");
    }

    @Test
    void aCircleWithoutAPersonOrADateIsNamed() {
        says(
                licence,
                "sourceRef=\"ask\" targetRef=\"officerDecision\"",
                "sourceRef=\"ask\" targetRef=\"ask\"",
                "never reached");
        says(
                licence,
                "sourceRef=\"tellRefused\" targetRef=\"refused\"",
                "sourceRef=\"tellRefused\" targetRef=\"tellRefused\"",
                "comes back to itself without a human task or a wait");
    }

    @Test
    void whatTheCardDoesNotDeclareIsNotInTheProcess() {
        says(
                licence,
                "<sequenceFlow id=\"f2\" sourceRef=\"ask\" targetRef=\"officerDecision\"/>",
                "<sequenceFlow id=\"f2\" sourceRef=\"ask\" targetRef=\"inspection\"/>\n"
                        + "<userTask id=\"inspection\"/>\n"
                        + "<sequenceFlow id=\"f2b\" sourceRef=\"inspection\""
                        + " targetRef=\"officerDecision\"/>",
                "service.yaml declares no inspection");
        says(land, "opinion-water", "opinion-rivers", "declares no opinion 'rivers'");
    }

    @Test
    void whatTheCardDeclaresIsInTheProcess() {
        assertThat(
                        problems(
                                permit,
                                "targetRef=\"inspection\"",
                                "targetRef=\"officerDecision\"",
                                "<userTask id=\"inspection\" name=\"بازدید بهداشتی\"/>",
                                "",
                                "<sequenceFlow id=\"f3\" sourceRef=\"inspection\""
                                        + " targetRef=\"officerDecision\"/>",
                                ""))
                .anyMatch(
                        p ->
                                p.file().equals("service.yaml")
                                        && p.line() > 0
                                        && p.what()
                                                .startsWith(
                                                        "process.bpmn has no user task"
                                                                + " 'inspection'"));
    }

    @Test
    void withoutTheSignatureAProposalIsNoDecision() {
        says(
                permit,
                "sourceRef=\"proposed\" targetRef=\"supervisorSignature\"",
                "sourceRef=\"proposed\" targetRef=\"tellRefused\"",
                "'supervisorSignature' is never reached");
        says(
                permit,
                "<sequenceFlow id=\"f5\" sourceRef=\"askApplicant\" targetRef=\"inspection\"/>",
                "<sequenceFlow id=\"f5\" sourceRef=\"askApplicant\" targetRef=\"tellRefused\"/>",
                "there is no result to tell yet");
    }

    @Test
    void nobodyActsBeforeTheRegistriesWereAsked() {
        says(
                land,
                "<serviceTask id=\"ask\" name=\"پرسش از دستگاه‌ها\""
                        + " flowable:delegateExpression=\"${inquiry}\" flowable:async=\"true\"/>",
                "<intermediateCatchEvent id=\"ask\"><timerEventDefinition>"
                        + "<timeDuration>P1D</timeDuration></timerEventDefinition>"
                        + "</intermediateCatchEvent>",
                "comes before the registries were asked");
    }

    @Test
    void besideAnotherWayOnlyOpinionsAndVisitsStand() {
        says(
                land,
                "sourceRef=\"opinion-water\" targetRef=\"meet\"",
                "sourceRef=\"opinion-water\" targetRef=\"officerDecision\"",
                "'officerDecision' stands on a way beside others");
    }

    @Test
    void aWaitIsBoundedAndItsDateIsAskedOfEverybody() {
        wait("<timeDuration>P366D</timeDuration>", "a wait lasts a number of days up to 365");
        wait("<timeDuration>${forever}</timeDuration>", "a wait lasts a number of days");
        wait("<timeCycle>R/PT1S</timeCycle>", "use <timeDuration> or <timeDate>");
        wait("<timeDate>${answers.never}</timeDate>", "asks everybody for no date 'never'");
        wait("<timeDate>${answers.getClass()}</timeDate>", "is the answer to a question");
        wait("", "waits for nothing");
    }

    @Test
    void aWaitOfDaysIsGood() {
        assertThat(problems(land, waiting("<timeDuration>P14D</timeDuration>")))
                .filteredOn(p -> p.file().equals("process.bpmn"))
                .isEmpty();
    }

    private void wait(String timer, String what) {
        assertThat(problems(land, waiting(timer))).anyMatch(p -> p.what().contains(what));
    }

    private static String[] waiting(String timer) {
        return new String[] {
            "<sequenceFlow id=\"f7\" sourceRef=\"meet\" targetRef=\"officerDecision\"/>",
            "<sequenceFlow id=\"f7\" sourceRef=\"meet\" targetRef=\"later\"/>"
                    + "<intermediateCatchEvent id=\"later\"><timerEventDefinition>"
                    + timer
                    + "</timerEventDefinition></intermediateCatchEvent>"
                    + "<sequenceFlow id=\"f7b\" sourceRef=\"later\" targetRef=\"officerDecision\"/>"
        };
    }

    private static void says(Pack pack, String from, String to, String what, String... more) {
        var changes = new java.util.ArrayList<>(List.of(from, to));
        changes.addAll(List.of(more));
        assertThat(problems(pack, changes.toArray(String[]::new)))
                .anyMatch(p -> p.line() > 0 && p.what().contains(what));
    }

    private static List<Problem> problems(Pack good, String... changes) {
        SortedMap<String, String> files = new TreeMap<>(good.files());
        String bpmn = good.file("process.bpmn");
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(bpmn).contains(changes[i]);
            bpmn = bpmn.replace(changes[i], changes[i + 1]);
        }
        files.put("process.bpmn", bpmn);
        return PacksOfTheHouse.problems(new Pack(good.agency(), good.code(), files));
    }

    private static int lineOf(Pack pack, String part) {
        String text = pack.file("process.bpmn");
        return 1
                + (int)
                        text.substring(0, text.indexOf(part))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }
}
