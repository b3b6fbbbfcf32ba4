package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dargah.catalog.internal.Pack;
import org.dargah.catalog.internal.PackFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckingAPackTest {

    private final Pack good = PacksOfTheHouse.pack("asnaf/business-licence");
    private final Map<String, String> changed = new HashMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asnaf/business-licence",
                "education/degree-confirmation",
                "governorate/registry-access",
                "medical-university-kerman/food-premises-permit",
                "agriculture/land-use-change"
            })
    void thePacksOfTheHouseAreGoodAndTheirExamplesHold(String name) {
        assertThat(PacksOfTheHouse.problems(PacksOfTheHouse.pack(name))).isEmpty();
    }

    @Test
    void everyProblemIsNamedAtItsLineNotOnlyTheFirst() {
        change("service.yaml", "workingDays: 7", "workingDays: many");
        change("service.yaml", "visits: 0", "visits: -1");
        change("form.json", "\"kind\": \"number\"", "\"kind\": \"map\"");
        assertThat(problems())
                .extracting(Problem::toString)
                .anyMatch(p -> p.matches("service\\.yaml:\\d+ /workingDays: .*"))
                .anyMatch(p -> p.matches("service\\.yaml:\\d+ /visits: .*"))
                .anyMatch(p -> p.matches("form\\.json:\\d+ /pages/2/fields/0/kind: .*"));
        assertThat(line("service.yaml", "/workingDays"))
                .isEqualTo(lineOf(good.file("service.yaml"), "workingDays"));
    }

    @Test
    void brokenYamlAndBrokenJsonSayTheLine() {
        change("service.yaml", "lifeEvent: business", "lifeEvent: [business");
        change("form.json", "\"sections\": [", "\"sections\" [");
        assertThat(problems()).filteredOn(p -> p.file().equals("service.yaml")).isNotEmpty();
        assertThat(problems())
                .filteredOn(p -> p.file().equals("form.json"))
                .singleElement()
                .matches(p -> p.line() == 2);
    }

    /** The engine evaluates names and descriptions of tasks: this one would start a program. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<userTask id=\"officerDecision\""
                        + " name=\"${''.getClass().forName('java.lang.Runtime')}\"/>",
                "<userTask id=\"officerDecision\" name=\"&#36;&#123;''.getClass()}\"/>",
                "<userTask id=\"officerDecision\" name=\"#{catalog}\"/>",
                "<userTask"
                    + " id=\"officerDecision\"><documentation>${catalog}</documentation></userTask>",
            })
    void anExpressionIsRefusedWhereverWordsStand(String task) {
        change("process.bpmn", "<userTask id=\"officerDecision\" name=\"بررسی کارشناس\"/>", task);
        assertThat(problems())
                .anyMatch(p -> p.what().contains("no expression may stand") && p.line() > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"process.bpmn", "eligibility.dmn", "fees.dmn", "output/certificate.xhtml"})
    void anXmlFileWithADtdIsRefused(String file) {
        String bomb = "<!DOCTYPE definitions [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<";
        change(file, "\n<", "\n" + bomb);
        assertThat(problems()).anyMatch(p -> p.file().equals(file) && p.line() > 0);
    }

    @Test
    void aScriptInTheProcessIsRefusedAtItsLine() {
        change(
                "process.bpmn",
                "<userTask id=\"officerDecision\"",
                "<scriptTask id=\"s\" scriptFormat=\"groovy\"/>\n    <userTask"
                        + " id=\"officerDecision\"");
        assertThat(problems())
                .anyMatch(
                        p ->
                                p.what().contains("<scriptTask> is not in the vocabulary")
                                        && p.line()
                                                == lineOf(
                                                        good.file("process.bpmn"),
                                                        "officerDecision\" name"));
    }

    @Test
    void aJavaClassInTheProcessIsRefused() {
        change(
                "process.bpmn",
                "flowable:delegateExpression=\"${notify}\"",
                "flowable:class=\"java.lang.Runtime\"");
        assertThat(problems()).anyMatch(p -> p.what().contains("may not have the attribute class"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${outcome == 'approved' || true}",
                "${execution.setVariable('outcome','approved')}",
                "${''.getClass().forName('java.lang.Runtime')}"
            })
    void aFreeExpressionInTheProcessIsRefused(String expression) {
        change("process.bpmn", "${outcome == 'approved'}", expression.replace("'", "&apos;"));
        assertThat(problems()).anyMatch(p -> p.what().startsWith("a condition may only be"));
    }

    @Test
    void anUnknownDelegateIsRefused() {
        change("process.bpmn", "${issue}", "${dataSource}");
        assertThat(problems()).anyMatch(p -> p.what().startsWith("a service task needs"));
    }

    @Test
    void anExternalFunctionInTheRulesIsRefused() {
        change(
                "eligibility.dmn",
                "<text>if person = null then null",
                "<text>function(a) external {java: {class: \"java.lang.System\", method signature:"
                        + " \"exit(int)\"}}\nif person = null then null");
        assertThat(problems()).anyMatch(p -> p.what().startsWith("external functions"));
    }

    @Test
    void rulesHaveNoClockOfTheirOwn() {
        change("eligibility.dmn", "&lt;= today", "&lt;= today()");
        assertThat(problems()).anyMatch(p -> p.what().contains("fact 'today'"));
    }

    @Test
    void aRuleThatIsNotFeelIsRefused() {
        change("eligibility.dmn", "answers.area &gt;= 12", "answers.area &gt;= = 12");
        assertThat(problems()).anyMatch(p -> p.file().equals("eligibility.dmn") && p.line() > 100);
    }

    @Test
    void aConditionWhoseDecisionDoesNotExistIsRefused() {
        change("service.yaml", "decision: military", "decision: soldier");
        assertThat(problems())
                .singleElement()
                .matches(p -> p.field().equals("/conditions/2/decision") && p.line() > 0);
    }

    @Test
    void aPriceThatTheRulesDoNotTakeIsRefused() {
        change("service.yaml", "amount: 900000", "amount: 100000");
        assertThat(problems())
                .singleElement()
                .matches(p -> p.field().equals("/fees/lines/0") && p.what().contains("issue"));
    }

    @Test
    void anExampleThatDoesNotHoldIsRefused() {
        change("examples/04-soldier.yaml", "failed: [3]", "failed: [2]");
        assertThat(problems())
                .singleElement()
                .matches(p -> p.what().equals("expected [2], got [3]") && p.line() == 9);
    }

    @Test
    void anOutputThatAsksForAValueNobodyGivesIsRefused() {
        change("output/certificate.xhtml", "person.fatherName", "person.salary");
        assertThat(problems()).singleElement().matches(p -> p.field().equals("person.salary"));
    }

    @Test
    void aMissingEnglishTextIsRefused() {
        change("messages_en.properties", "notNeeded.5=", "notNeeded.6=");
        assertThat(problems())
                .extracting(Problem::field)
                .containsExactly("notNeeded.5", "notNeeded.6");
    }

    @Test
    void anEndlessRegularExpressionIsRefused() {
        change("form.json", "^[0-9]{10}$", "^(a+)+$");
        assertThat(problems()).anyMatch(p -> p.field().endsWith("/pattern"));
    }

    @Test
    void aSchemaThatFetchesAnotherIsRefused() {
        change(
                "form.json",
                "\"plan\": { \"type\": \"string\" }",
                "\"plan\": { \"$ref\": \"https://example.org/s.json\" }");
        assertThat(problems()).anyMatch(p -> p.what().contains("only to itself"));
    }

    @Test
    void aFolderWithForeignFilesLinksOrMissingFilesIsNoPack(@TempDir Path services)
            throws IOException {
        Path pack = Files.createDirectories(services.resolve("asnaf/odd"));
        Files.writeString(pack.resolve("service.yaml"), "code: odd");
        Files.writeString(pack.resolve("Run.java"), "class Run {}");
        Files.writeString(pack.resolve("form.json"), " ".repeat(600 * 1024));
        Files.write(pack.resolve("fees.dmn"), new byte[] {(byte) 0xC3, 0x28});
        Files.createSymbolicLink(pack.resolve("process.bpmn"), Path.of("/etc/passwd"));
        assertThat(PackFolder.read(pack))
                .isInstanceOfSatisfying(
                        PackFolder.Reading.Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.problems())
                                        .extracting(Problem::toString)
                                        .containsExactlyInAnyOrder(
                                                "Run.java: a pack does not hold such a file",
                                                "form.json: larger than 512 KiB",
                                                "fees.dmn: not UTF-8",
                                                "process.bpmn: a pack may not hold links",
                                                "eligibility.dmn: this file is missing",
                                                "messages_en.properties: this file is missing"));
    }

    private void change(String file, String what, String by) {
        String text = changed.getOrDefault(file, good.file(file));
        assertThat(text).contains(what);
        changed.put(file, text.replace(what, by));
    }

    private List<Problem> problems() {
        SortedMap<String, String> files = new TreeMap<>(good.files());
        files.putAll(changed);
        return PacksOfTheHouse.problems(new Pack(good.agency(), good.code(), files));
    }

    private int line(String file, String field) {
        return problems().stream()
                .filter(p -> p.file().equals(file) && p.field().equals(field))
                .findFirst()
                .orElseThrow()
                .line();
    }

    private static int lineOf(String text, String part) {
        return 1
                + (int)
                        text.substring(0, text.indexOf(part))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }
}
