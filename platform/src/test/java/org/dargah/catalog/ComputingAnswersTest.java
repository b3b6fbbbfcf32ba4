package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dargah.catalog.internal.Pack;
import org.dargah.catalog.internal.Packs;
import org.dargah.catalog.internal.VersionTable.Kept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody is asked: it follows from other answers, or a registry tells it. */
class ComputingAnswersTest {

    private static final Facts NOBODY = Facts.on(LocalDate.of(2026, 11, 22));
    private static final Instant AT = Instant.parse("2026-11-22T06:30:00Z");

    @Test
    void aComputedAnswerFollowsFromOthers() {
        Form form = form("floor(answers.price * 0.09)");
        Form.Page money = form.page("money").orElseThrow();

        assertThat(form.asked(money, NOBODY)).extracting(Form.Field::name).containsExactly("price");
        assertThat(form.derived(Map.of("price", 1000L), NOBODY)).containsEntry("tax", 90L);
        assertThat(form.derived(Map.of(), NOBODY)).isEmpty();
        assertThat(form.derived(Map.of("tax", 5L), NOBODY)).as("typed in vain").isEmpty();
    }

    @Test
    void whatARegistryTellsIsNotAsked() {
        Form form = form("floor(answers.price * 0.09)");
        Facts told = NOBODY.known("person", Map.of("birthDate", "1989-05-05"), AT);

        assertThat(form.pages(told)).extracting(Form.Page::id).containsExactly("money");
        assertThat(form.shown(told)).extracting(Form.Page::id).containsExactly("birth", "money");
        assertThat(form.derived(Map.of("born", "2001-01-01"), told))
                .containsEntry("born", "1989-05-05");
    }

    @Test
    void whatItDoesNotTellIsAsked() {
        Form form = form("floor(answers.price * 0.09)");

        for (Facts facts :
                List.of(
                        NOBODY,
                        NOBODY.notFound("person", AT),
                        NOBODY.known("person", Map.of("firstName", "نمونه"), AT))) {
            assertThat(form.pages(facts)).extracting(Form.Page::id).contains("birth");
            assertThat(form.check(Map.of("price", 1000, "born", "1990-05-21"), facts).values())
                    .containsEntry("born", "1990-05-21");
            assertThat(form.check(Map.of("price", 1000), facts).problems())
                    .extracting(FieldProblem::field)
                    .containsExactly("born");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    now()                                                             | clock
                    function(x) external {java: {class: 'java.lang.System'}}           | not allowed
                    for i in 1..1000000000 return i                                    | only over answers
                    for a in answers.list return for b in answers.list return a        | one 'for'
                    count(answers.list[count(answers.list) > 1])                       | a table within a table
                    matches(answers.price, '(a+)+b')                                   | not allowed
                    answers.nothing + 1                                                | nothing gives the fact
                    answers.price +                                                    | form.json
                    """)
    void whatACalculationMayNotDoIsNamedWithItsLine(String feel, String what) {
        List<Problem> problems = PacksOfTheHouse.problems(pack(feel));

        assertThat(problems).as("%s", problems).anyMatch(p -> p.toString().contains(what));
        assertThat(problems)
                .filteredOn(p -> p.field().equals("/pages/2/fields/1/computed"))
                .isNotEmpty()
                .allMatch(p -> p.file().equals(Pack.FORM) && p.line() > 0);
    }

    private static Form form(String feel) {
        Pack pack = pack(feel);
        return Packs.service(new Kept(pack.version(), 1, PacksOfTheHouse.NOW, pack)).form();
    }

    private static Pack pack(String feel) {
        Pack pack = PacksOfTheHouse.pack("education/degree-confirmation");
        var files = new TreeMap<>(pack.files());
        files.put(
                Pack.FORM,
                text(feel)
                        .replace(
                                "\"pages\": [",
                                "\"pages\": [{\"id\": \"list\", \"section\": \"all\", \"title\":"
                                    + " \"فهرست\", \"when\": {\"fact\": \"answers.price\", \"is\":"
                                    + " [\"7\"]}, \"fields\": [{\"name\": \"list\", \"kind\":"
                                    + " \"table\", \"label\": \"فهرست\", \"short\": \"فهرست\","
                                    + " \"mostRows\": 5, \"optional\": true, \"columns\":"
                                    + " [{\"name\": \"a\", \"kind\": \"number\", \"short\":"
                                    + " \"الف\"}]}]},")
                        .replace(
                                "\"price\": {\"type\": \"integer\"}",
                                "\"price\": {\"type\": \"integer\"}, \"list\": {\"type\":"
                                        + " \"array\"}"));
        return new Pack(pack.agency(), pack.code(), files);
    }

    private static String text(String feel) {
        return """
        {"sections": [{"id": "all", "title": "همه"}],
         "pages": [
           {"id": "birth", "section": "all", "title": "تولد", "fields": [
             {"name": "born", "kind": "date", "label": "کی به دنیا آمده‌اید؟", "short": "تاریخ تولد",
              "from": "person.birthDate"}]},
           {"id": "money", "section": "all", "title": "مبلغ", "fields": [
             {"name": "price", "kind": "rial", "label": "بها چند است؟", "short": "بها"},
             {"name": "tax", "kind": "rial", "label": "مالیات", "short": "مالیات",
              "computed": "%s"}]}],
         "schema": {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
           "additionalProperties": false,
           "properties": {"born": {"type": "string"}, "price": {"type": "integer"}}}}
        """
                .formatted(feel);
    }
}
