package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dargah.access.internal.RightKind;
import org.dargah.catalog.internal.Pack;
import org.dargah.catalog.internal.PackCheck;
import org.dargah.kernel.AgencyCode;
import org.junit.jupiter.api.Test;

/** What a pack may say of its effect; whatever else it says is refused at its line. */
class DeclaringAnEffectTest {

    private final Pack good = PacksOfTheHouse.pack("governorate/registry-access");
    private final Map<String, String> changed = new HashMap<>();

    @Test
    void anEffectThatNobodyKnowsIsRefusedWithThoseThatThereAre() {
        change("service.yaml", "kind: access-right", "kind: give-money");

        assertThat(problems())
                .anyMatch(
                        p ->
                                p.line() == lineOf("service.yaml", "kind: access-right")
                                        && p.field().equals("/effect/kind")
                                        && p.what().contains("there is: access-right"));
    }

    @Test
    void anAgencyThatDoesNotRunTheExchangeOpensNoRegistries() {
        var elsewhere =
                new PackCheck(
                        PacksOfTheHouse.RULES,
                        List.of(RightKind.of(new AgencyCode("dargah")::equals)));

        assertThat(elsewhere.problems(good, PacksOfTheHouse.NOW))
                .singleElement()
                .matches(p -> p.what().equals("governorate may not bring about access-right"));
    }

    @Test
    void anArgumentWithoutItsQuestionTwiceWrongOrMissingIsSaidAtItsPlace() {
        change("service.yaml", "registry: answers.registry", "registry: answers.nothing");
        change("service.yaml", "perDay: answers.perDay", "perDay: answers.volume");
        change("service.yaml", "purpose: answers.purpose", "client: answers.position");

        assertThat(problems())
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(
                        "/effect/with/registry",
                        "/effect/with/perDay",
                        "/effect/with/client",
                        "/effect/with");
        assertThat(problems())
                .filteredOn(p -> p.field().equals("/effect/with/registry"))
                .singleElement()
                .matches(p -> p.line() == lineOf("service.yaml", "registry: answers.registry"));
    }

    @Test
    void noFactOfARegistryAndNoConstantStandsForAnAnswer() {
        change("service.yaml", "purpose: answers.purpose", "purpose: person.lastName");

        assertThat(problems()).anyMatch(p -> p.field().equals("/effect/with/purpose"));
    }

    @Test
    void aQuestionThatNeedNotBeAnsweredIsNoArgument() {
        change("form.json", "\"name\": \"purpose\",", "\"name\": \"purpose\", \"optional\": true,");

        assertThat(problems())
                .singleElement()
                .matches(
                        p ->
                                p.field().equals("/effect/with/purpose")
                                        && p.what().contains("asked of everybody"));
    }

    @Test
    void aChoiceBeyondWhatTheEffectTakesIsRefused() {
        change("form.json", "{ \"value\": \"match\"", "{ \"value\": \"everything\"");
        change("form.json", "[\"match\", \"fields\"", "[\"everything\", \"fields\"");

        assertThat(problems()).anyMatch(p -> p.what().contains("cannot be 'everything'"));
    }

    @Test
    void noRuleAloneOpensARegistry() {
        change("service.yaml", "decision: officer", "decision: automatic");
        assertThat(problems())
                .anyMatch(p -> p.field().equals("/decision") && p.what().contains("officer"));

        changed.clear();
        change(
                "process.bpmn",
                "<userTask id=\"officerDecision\" name=\"بررسی کارشناس\"/>",
                "<serviceTask id=\"officerDecision\" name=\"بررسی\""
                        + " flowable:delegateExpression=\"${decide}\"/>");
        assertThat(problems()).anyMatch(p -> p.what().contains("no ${decide}"));
    }

    @Test
    void peopleAtThePortalHoldNoRights() {
        change("service.yaml", "channels: [api]", "channels: [portal, api]");

        assertThat(problems())
                .singleElement()
                .matches(p -> p.field().equals("/channels") && p.what().contains("PORTAL"));
    }

    @Test
    void aDocumentShowsOfAnEffectOnlyWhatItTells() {
        change("output/permit.xhtml", "effect.basis", "effect.secret");

        assertThat(problems()).singleElement().matches(p -> p.field().equals("effect.secret"));
    }

    @Test
    void aDocumentEndsOnADayThatEverybodyIsAskedFor() {
        change("service.yaml", "    until: answers.until\n\n", "    until: answers.position\n\n");

        assertThat(problems()).singleElement().matches(p -> p.field().equals("/outputs/0/until"));
    }

    @Test
    void aServiceWithoutAnEffectHasNoWordsOfOne() {
        String card = good.file("service.yaml");
        changed.put("service.yaml", card.substring(0, card.indexOf("effect:")));

        assertThat(problems()).hasSize(7).allMatch(p -> p.field().startsWith("effect."));
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

    private int lineOf(String file, String part) {
        String text = good.file(file);
        return 1
                + (int)
                        text.substring(0, text.indexOf(part))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }
}
