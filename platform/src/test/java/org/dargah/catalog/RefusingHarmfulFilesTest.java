package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.dargah.catalog.internal.Pack;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of a pack that attacks its reader is refused at its line before anything is built. */
class RefusingHarmfulFilesTest {

    private static final Pack GOOD = PacksOfTheHouse.pack("education/degree-confirmation");

    @Test
    void aYamlFileThatGrowsByReferencesIsRefusedAtItsLine() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "x"));
        }
        String card = GOOD.file(Pack.CARD);
        int line = (int) card.lines().count() + 1;
        assertThat(problems(Pack.CARD, card + bomb))
                .containsExactly(
                        new Problem(Pack.CARD, line, "", "parts may not have names (&a0)"));
    }

    @Test
    void anAliasAloneIsRefusedToo() {
        assertThat(problems("examples/01-graduate.yaml", "persona: *nobody\n"))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.line()).isEqualTo(1);
                            assertThat(problem.what()).contains("instead of referring");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
                "!!java.io.File [/etc/passwd]",
                "!custom x",
                "!!python/object/apply:os.system [ls]"
            })
    void aTagThatNamesAClassIsRefusedAtItsLine(String value) {
        String card = GOOD.file(Pack.CARD).replaceFirst("(?m)^title: .*$", "title: " + value);
        assertThat(problems(Pack.CARD, card))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.what()).startsWith("tags may not be written");
                            assertThat(problem.line())
                                    .isEqualTo(
                                            1
                                                    + (int)
                                                            card.substring(
                                                                            0,
                                                                            card.indexOf("title:"))
                                                                    .lines()
                                                                    .count());
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 600, 100_000})
    void deepJsonIsRefusedAndNeverEndsTheStack(int depth) {
        assertThat(problems(Pack.FORM, "[".repeat(depth) + "]".repeat(depth)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("nested deeper than 40"));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 600, 20_000})
    void deepYamlIsRefusedAndNeverEndsTheStack(int depth) {
        assertThat(
                        problems(
                                "examples/01-graduate.yaml",
                                "a: " + "[".repeat(depth) + "]".repeat(depth)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("nested deeper than 40"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Pack.ELIGIBILITY, Pack.FEES, Pack.PROCESS, "output/certificate.xhtml"})
    void anEntityBombIsRefusedBeforeItGrows(String file) {
        var entities = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        String bomb = "<?xml version=\"1.0\"?>\n" + entities + "]>\n<x>&a29;</x>";
        List<Problem> problems =
                Assertions.assertTimeout(Duration.ofSeconds(10), () -> problems(file, bomb));
        assertThat(problems)
                .anySatisfy(
                        problem -> {
                            assertThat(problem.file()).isEqualTo(file);
                            assertThat(problem.line()).isEqualTo(2);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                "allOf": [{"$ref": "#"}]
                """,
                """
                "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}},
                "allOf": [{"$ref": "#/$defs/a"}]
                """,
                """
                "$defs": {"a": {"allOf": [{"$ref": "#/$defs/a"}]}}
                """
            })
    void aSchemaThatRefersToItselfIsRefusedAndNeverEndsTheStack(String part) {
        assertThat(problems(Pack.FORM, withSchema(part)))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.what()).contains("leads in a circle");
                            assertThat(problem.line()).isPositive();
                        });
    }

    @Test
    void referencesThatGrowWithoutMeasureAreRefused() {
        var part = new StringBuilder("\"allOf\": [{\"$ref\": \"#/$defs/a0\"}], \"$defs\": {");
        for (int i = 0; i < 40; i++) {
            part.append(
                    "\"a%d\": {\"allOf\": [{\"$ref\": \"#/$defs/a%d\"}, {\"$ref\": \"#/$defs/a%d\"}]},"
                            .formatted(i, i + 1, i + 1));
        }
        part.append("\"a40\": {\"type\": \"object\"}}");
        List<Problem> problems =
                Assertions.assertTimeout(
                        Duration.ofSeconds(10),
                        () -> problems(Pack.FORM, withSchema(part.toString())));
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("more than 20000"));
    }

    /**
     * Whoever approves reads the first, people get the second: and nobody sees a sign that turns.
     */
    @Test
    void whatStandsTwiceOrHidesIsRefusedAtItsLine() {
        String form = GOOD.file(Pack.FORM);
        assertThat(problems(Pack.FORM, form.replaceFirst("\\{", "{\n\"sections\": [],")))
                .anyMatch(p -> p.what().equals("'sections' stands here a second time"))
                .allMatch(p -> p.line() > 1);
        String card = GOOD.file(Pack.CARD);
        assertThat(problems(Pack.CARD, card + "\nworkingDays: 2\n"))
                .singleElement()
                .matches(p -> p.what().equals("'workingDays' stands here a second time"))
                .matches(p -> p.line() > 10);
        String english = GOOD.file(Pack.ENGLISH);
        assertThat(problems(Pack.ENGLISH, "title=Another\n" + english))
                .singleElement()
                .matches(p -> p.what().equals("'title' stands here a second time"));
        assertThat(problems(Pack.ENGLISH, english.replaceFirst("title=", "title=\u202E")))
                .singleElement()
                .matches(p -> p.what().contains("(U+202E)") && p.line() > 0);
    }

    private static String withSchema(String part) {
        return GOOD.file(Pack.FORM)
                .replace(
                        "\"additionalProperties\": false,",
                        "\"additionalProperties\": false, " + part.strip() + ",");
    }

    private static List<Problem> problems(String file, String text) {
        var files = new TreeMap<>(GOOD.files());
        files.put(file, text);
        return PacksOfTheHouse.problems(new Pack(GOOD.agency(), GOOD.code(), files));
    }
}
