package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dargah.catalog.internal.DecisionModel;
import org.dargah.catalog.internal.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs are untrusted: what a rule could do to the program is refused at its line, and quickly. */
@Timeout(20)
class RefusingDangerousRulesTest {

    private static final String AGE = "<text>if person = null then null\nelse if";

    private final Pack good = PacksOfTheHouse.pack("asnaf/business-licence");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count(for i in 1..1000000000 return i) = 0 | go through lists, not through ranges",
                "some i in 1..1000000000 satisfies i = 0 | go through lists, not through ranges",
                "count(for i in [1,2] return (for j in [1,2] return j)) = 0 | one for, some or"
                        + " every",
                "some x in [1], y in [2], z in [3] satisfies x + y < z | through one list",
                "count([1][count([1][count([1][item > 0]) > 0]) > 0]) = 0 | one filter inside",
                "count(for i in [1] return count([1][count([1][item > i]) > 0])) = 0 | one filter",
                "count(flatten(for i in [1,2] return [1,2])) = 0 | no list or text is copied",
                "for i in [1,2] return partial | no list or text is copied",
                "{a: [1,2], b: concatenate(a, a)}.b = [] | not made from another entry",
                "{f: function(n) 1}.f(1) = 1 | functions are not made inside expressions",
                "(function(a) external {java: {class: \"java.lang.System\"}})(1) | external"
                        + " functions",
                "matches(\"a\", \"^(a+)+$\") | matches() takes a pattern",
                "matches(\"a\", \"^(aa?)*$\") | matches() takes a pattern",
                "replace(\"a\", \"(a*)*b\", \"\") = \"\" | replace() takes a pattern",
                "count(split(\"a\", \"(.*)*x\")) = 1 | split() takes a pattern",
                "matches(\"a\", string join([\"(a\", \"+)+\"])) | matches() takes a pattern",
                "matches(\"a\", \"[0-9]{3}\" + \"(a+)+\") | matches() takes a pattern",
                "now() = null | fact 'today'",
                "today() = null | fact 'today'"
            })
    void anExpressionThatNeedNotEndIsRefusedAtItsLine(String feel, String what) {
        assertThat(problems(with(AGE, "<text>" + escaped(feel) + "\n" + AGE.substring(6))))
                .anyMatch(p -> p.what().contains(what) && p.line() == lineOf(AGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches(person.birthDate, \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\")",
                "every r in [1, 2, 3] satisfies r > 0",
                "count([1, 2][count([3, 4][item > 3]) > 0]) = 2 and 1 in [0..2]",
                "count(for r in [1, 2] return count([3, 4][item > r])) = 2",
                "sum(for r in [{n: 1}, {n: 2}] return r.n) = 3",
                "\"for i in 1..9 some every function( now()\" != null"
            })
    void whatIsHarmlessStays(String feel) {
        assertThat(
                        problems(
                                with(
                                        AGE,
                                        "<text>if not("
                                                + escaped(feel)
                                                + ") then false else "
                                                + AGE.substring(6))))
                .isEmpty();
    }

    @Test
    void deepNestingIsRefusedBeforeTheParserFallsOverIt() {
        String deep = "(".repeat(1500) + "1" + ")".repeat(1500);
        assertThat(problems(with(AGE, "<text>" + deep + " = 1\n" + AGE.substring(6))))
                .anyMatch(p -> p.what().startsWith("nested deeper") && p.line() > 0);
        assertThat(problems(with(AGE, "<text>" + "not(".repeat(900) + AGE.substring(6))))
                .anyMatch(p -> p.what().startsWith("nested deeper"));
        assertThat(problems(with(AGE, "<text>" + "1 + ".repeat(2000) + AGE.substring(6))))
                .anyMatch(p -> p.what().startsWith("an expression has at most"));
        String elements = "<extensionElements>".repeat(80);
        assertThat(problems(with("<decision id=\"d_age\"", elements + "<decision id=\"d_age\"")))
                .anyMatch(p -> p.what().contains("nested too deep") && p.line() > 0);
    }

    @Test
    void aModelThatCallsItselfIsRefused() {
        String recursive =
                """
                <businessKnowledgeModel id="b" name="again">
                    <variable name="again"/>
                    <encapsulatedLogic id="e"><formalParameter name="n"/>
                      <literalExpression id="x"><text>again(n + 1)</text></literalExpression></encapsulatedLogic>
                    <knowledgeRequirement id="k"><requiredKnowledge href="#b"/></knowledgeRequirement>
                  </businessKnowledgeModel>
                """;
        assertThat(problems(with("<decision id=\"d_age\"", recursive + "<decision id=\"d_age\"")))
                .anyMatch(p -> p.what().contains("calls neither itself") && p.line() > 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<import name=\"m\" namespace=\"x\" importType=\"http://www.dmg.org/PMML-4_3\"/>"
                        + " | <import> is not allowed",
                "<businessKnowledgeModel id=\"b\" name=\"b\"><encapsulatedLogic"
                        + " kind=\"Java\"/></businessKnowledgeModel> | kind Java",
                "<businessKnowledgeModel id=\"b\" name=\"b\"><encapsulatedLogic"
                        + " kind=\"PMML\"/></businessKnowledgeModel> | kind PMML",
                "<inputData id=\"j\" name=\"j\" expressionLanguage=\"java\"/> | written in FEEL"
            })
    void javaAndPmmlAreRefused(String element, String what) {
        assertThat(problems(with("<decision id=\"d_age\"", element + "<decision id=\"d_age\"")))
                .anyMatch(p -> p.what().contains(what) && p.line() > 0);
    }

    @Test
    void aTableOfTooManyRulesIsRefused() {
        String rule = "<rule id=\"t_held_6\">";
        String many =
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "<rule/>")
                        .collect(Collectors.joining("\n"));
        assertThat(problems(with(rule, many + rule)))
                .anyMatch(
                        p ->
                                p.what().equals("more than 2000 <rule> in one file")
                                        && p.line() > 2000);
    }

    @Test
    void aResultThatDoublesWithEachDecisionIsStopped() {
        var decisions =
                new StringBuilder(
                        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\""
                                + " namespace=\"x\" id=\"x\" name=\"x\">");
        decisions.append(
                "<decision id=\"d0\" name=\"d0\"><variable name=\"d0\"/><literalExpression"
                        + " id=\"e0\"><text>[1,2,3,4]</text></literalExpression></decision>");
        for (int i = 1; i < 90; i++) {
            decisions.append(
                    "<decision id=\"d%1$d\" name=\"d%1$d\"><variable name=\"d%1$d\"/><informationRequirement id=\"r%1$d\"><requiredDecision href=\"#d%2$d\"/></informationRequirement><literalExpression id=\"e%1$d\"><text>concatenate(d%2$d, d%2$d)</text></literalExpression></decision>"
                            .formatted(i, i - 1));
        }
        DecisionModel model = DecisionModel.compile(decisions.append("</definitions>").toString());
        long began = System.nanoTime();
        assertThatThrownBy(() -> model.evaluate(Map.of())).isInstanceOf(EndlessRule.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aBombOfAliasesInYamlIsNoCard() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d]\n".formatted(i, i - 1));
        }
        for (String file : List.of(Pack.CARD, "examples/03-minor.yaml")) {
            var changed = new HashMap<>(good.files());
            changed.put(file, bomb + good.file(file));
            assertThat(problems(pack(changed)))
                    .anyMatch(p -> p.file().equals(file) && p.line() > 0);
            changed.put(file, "[".repeat(200_000));
            assertThatCode(
                            () ->
                                    assertThat(problems(pack(changed)))
                                            .anyMatch(p -> p.file().equals(file)))
                    .doesNotThrowAnyException();
        }
    }

    private Pack with(String what, String by) {
        String text = good.file(Pack.ELIGIBILITY);
        assertThat(text).contains(what);
        var files = new HashMap<>(good.files());
        files.put(
                Pack.ELIGIBILITY,
                text.substring(0, text.indexOf(what))
                        + by
                        + text.substring(text.indexOf(what) + what.length()));
        return pack(files);
    }

    private Pack pack(Map<String, String> files) {
        return new Pack(good.agency(), good.code(), new TreeMap<>(files));
    }

    private static List<Problem> problems(Pack pack) {
        return PacksOfTheHouse.problems(pack);
    }

    private static String escaped(String feel) {
        return feel.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private int lineOf(String part) {
        String text = good.file(Pack.ELIGIBILITY);
        return 1
                + (int)
                        text.substring(0, text.indexOf(part))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }
}
