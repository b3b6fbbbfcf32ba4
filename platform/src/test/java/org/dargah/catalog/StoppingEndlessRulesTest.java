package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dargah.catalog.internal.DecisionModel;
import org.dargah.catalog.internal.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that break no limit of their text and would yet run for hours: a clock stops them. */
@Timeout(20)
class StoppingEndlessRulesTest {

    private static final Duration ALLOWED = Duration.ofMillis(200);

    /** Some may take a moment longer: one step of a loop is not torn apart. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final String LIST = "[1,1,1,1,1,1,1,1,1,1]";
    private static final String FILTERS =
            "count(" + (LIST + "[").repeat(12) + "1 = 0" + "] = [1]".repeat(11) + "]) = 0";

    /** Keeps every limit of its text: a filter within a filter, many times one after the other. */
    private static final String QUADRATIC =
            IntStream.range(0, 12)
                    .mapToObj(
                            i ->
                                    "count(%1$s[count(%1$s[item = -1]) = 1]) &lt; 0"
                                            .formatted("[" + "1,".repeat(60) + "1]"))
                    .collect(Collectors.joining(" or "));

    private final Pack good = PacksOfTheHouse.pack("asnaf/business-licence");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "floor(10 ** 100000000) = 0",
                "floor(number(\"1e30000000\")) = 0",
                "modulo(number(\"1e30000000\"), 7) >= 0",
                "even(number(\"1e999999999\"))",
                "some x in big, y in big, z in big satisfies x + y < 0 - z",
                "count(distinct values(big)) = 0 or count(big[list contains(big, 0 - item)]) = 0",
                "modulo(10 ** 100000000, 7) = 0",
                "sqrt(10 ** 100000000) = 0",
                "sum([10 ** 100000000, 1]) = 0",
                "median([1, 10 ** 100000000]) = 0",
                "sum(list: [10 ** 100000000, 1]) = 0",
                "count(big[count(big[item = big[1]]) = 0]) = 0",
                "every a in big satisfies count(big[item = a]) > 0",
                "count(for a in big return count(big[item = a]))",
                "count(for a in range return a)",
                "count(distinct values(for a in range return a))",
                "count(concatenate(big, big, big, big, big, big, big, big, big)) = 0",
                "string length(string join(big, \"0123456789\")) = 0",
                "string length(replace(text, \"[a-z]\", text)) = 0"
            })
    void whatGoesOnIsStoppedWithoutTakingTheMachineWithIt(String feel) {
        DecisionModel model = model(feel);
        long began = System.nanoTime();
        assertThatThrownBy(() -> model.evaluate(Map.of(), ALLOWED))
                .isInstanceOfSatisfying(
                        EndlessRule.class, rule -> assertThat(rule.decision()).isEqualTo("d"));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }

    @Test
    void nestedFiltersAreStoppedInTheMiddle() {
        DecisionModel model = model(FILTERS);
        assertThatThrownBy(() -> model.evaluate(Map.of(), ALLOWED)).isInstanceOf(EndlessRule.class);
    }

    @Test
    void evenManyOfThemLeaveRoomForOthers() throws Exception {
        DecisionModel endless = model(FILTERS);
        DecisionModel quick = model("count(big) = 1");
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all =
                    IntStream.range(0, 8)
                            .<Future<?>>mapToObj(
                                    i ->
                                            people.submit(
                                                    () ->
                                                            endless.evaluate(
                                                                    Map.of(),
                                                                    Duration.ofMillis(600))))
                            .toList();
            long began = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertThat(quick.evaluate(Map.of())).containsEntry("d", false);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
            for (Future<?> one : all) {
                assertThatThrownBy(one::get).hasCauseInstanceOf(EndlessRule.class);
            }
        }
    }

    @Test
    void aPackThatPassesTheReadingOfItsTextIsRefusedByItsExamples() {
        Rules hurried = new Rules(ALLOWED);
        assertThat(
                        new org.dargah.catalog.internal.PackCheck(hurried, PacksOfTheHouse.EFFECTS)
                                .problems(endless(), PacksOfTheHouse.NOW))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.file()).isEqualTo(Pack.ELIGIBILITY);
                            assertThat(problem.line()).isPositive();
                            assertThat(problem.what()).contains("was stopped after");
                        });
    }

    @Test
    void inACaseItIsUnknownAndNotNoAndNotFree() {
        Rules hurried = new Rules(ALLOWED);
        Service service = PacksOfTheHouse.service(endless());
        Facts facts = Facts.on(org.dargah.kernel.Tehran.dateOf(PacksOfTheHouse.NOW));
        assertThat(hurried.assess(service, facts).findings())
                .isNotEmpty()
                .allMatch(finding -> finding.standing() == Assessment.Standing.UNKNOWN);
        var files = new HashMap<>(good.files());
        files.put(Pack.FEES, dmn("fees", FILTERS));
        Service paid =
                PacksOfTheHouse.service(new Pack(good.agency(), good.code(), new TreeMap<>(files)));
        assertThatThrownBy(() -> hurried.fee(paid, facts)).isInstanceOf(EndlessRule.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<text>count(answers[1 = 1]) = 0</text>",
                "<text>some a in [1] satisfies a = 2</text>",
                "<text>answers.list [item > 2]</text>"
            })
    void aCellOfATableHasNoLoopAndNoFilter(String cell) {
        String table =
                "<decisionTable id=\"t\"><rule id=\"r\"><inputEntry id=\"i\">%s</inputEntry>";
        assertThat(problems(table.formatted(cell)))
                .anyMatch(problem -> problem.what().startsWith("a cell of a table holds no loop"));
        for (String good : List.of("[1..5]", "not([1..5[)", "x in [1..5]", "]1..5[", "\"a[b]\"")) {
            assertThat(problems(table.formatted("<text>" + good + "</text>")))
                    .noneMatch(problem -> problem.what().startsWith("a cell of a table"));
        }
    }

    @Test
    void aLoopDrawnAsBoxesIsRefused() {
        assertThat(problems("<for id=\"f\" iteratorVariable=\"i\"/>"))
                .anyMatch(problem -> problem.what().startsWith("<for> is not allowed"));
    }

    private List<Problem> problems(String logic) {
        var files = new HashMap<>(good.files());
        files.put(
                Pack.ELIGIBILITY,
                good.file(Pack.ELIGIBILITY).replaceFirst("<decision id=", logic + "<decision id="));
        return PacksOfTheHouse.problems(new Pack(good.agency(), good.code(), new TreeMap<>(files)));
    }

    /** Three filters beside each other, each one deep, over a list that is a hundred long. */
    private Pack endless() {
        String age = "<text>if person = null then null\nelse if";
        var files = new HashMap<>(good.files());
        assertThat(good.file(Pack.ELIGIBILITY)).contains(age);
        files.put(
                Pack.ELIGIBILITY,
                good.file(Pack.ELIGIBILITY)
                        .replace(age, "<text>if " + QUADRATIC + "\nthen null else if"));
        return new Pack(good.agency(), good.code(), new TreeMap<>(files));
    }

    private static DecisionModel model(String feel) {
        return DecisionModel.compile(dmn("d", feel));
    }

    /** A list that nine decisions have doubled, a range, a text, and the decision itself. */
    private static String dmn(String name, String feel) {
        String ones =
                IntStream.range(0, 400)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",", "[", "]"));
        var decisions = new StringBuilder(decision("b0", ones, ""));
        for (int i = 1; i <= 8; i++) {
            decisions.append(
                    decision("b" + i, "concatenate(b%1$d, b%1$d)".formatted(i - 1), "b" + (i - 1)));
        }
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\""
                + " namespace=\"x\" id=\"x\" name=\"x\">"
                + decisions
                + decision("big", "b8", "b8")
                + decision("range", "[1..1000000000]", "")
                + decision("text", "\"" + "a".repeat(3000) + "\"", "")
                + decision(name, feel.replace("<", "&lt;"), "big", "range", "text")
                + "</definitions>";
    }

    private static String decision(String name, String feel, String... required) {
        var from = new StringBuilder();
        for (String of : required) {
            if (!of.isEmpty()) {
                from.append(
                        "<informationRequirement id=\"r_%1$s_%2$s\"><requiredDecision href=\"#i_%2$s\"/></informationRequirement>"
                                .formatted(name, of));
            }
        }
        return "<decision id=\"i_%1$s\" name=\"%1$s\"><variable name=\"%1$s\"/>%2$s<literalExpression id=\"e_%1$s\"><text>%3$s</text></literalExpression></decision>"
                .formatted(name, from, feel);
    }
}
