package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dargah.catalog.internal.Pack;
import org.dargah.catalog.internal.Packs;
import org.dargah.catalog.internal.VersionTable.Kept;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeclaringAnIdentityCardTest {

    private final Pack good = PacksOfTheHouse.pack("asnaf/business-licence");

    @Test
    void theCardAndTheTermsAreReadWhole() {
        Service service = PacksOfTheHouse.service("asnaf/business-licence");
        IdentityCard card = service.card();
        assertThat(card.audiences()).containsExactly(Audience.BUSINESS);
        assertThat(card.nature()).contains(IdentityCard.Nature.SOVEREIGN);
        assertThat(card.level()).contains(IdentityCard.Level.COUNTY);
        assertThat(card.businessEvent()).contains(IdentityCard.BusinessEvent.START);
        assertThat(card.trigger()).contains(IdentityCard.Trigger.REQUEST);
        assertThat(card.meanTime()).contains(Duration.ofDays(4));
        assertThat(card.visitsBefore()).hasValue(5);
        Terms.Extension extension = service.terms().extension().orElseThrow();
        assertThat(extension.workingDays()).isEqualTo(5);
        assertThat(extension.reason("otherBody").orElseThrow().text().en())
                .isEqualTo("Another body has not answered yet.");
    }

    @Test
    void anExtensionNeedsReasonsAndALawAndIsNoLongerThanTheTermItself() {
        assertThat(problems("    - {code: siteVisit, text: بازدید دوبارهٔ محل لازم است.}\n", ""))
                .anyMatch(p -> p.contains("extension.reasons.siteVisit"));
        assertThat(problems("  workingDays: 5\n", "  workingDays: 8\n"))
                .singleElement()
                .asString()
                .matches(
                        "service\\.yaml:"
                                + lineOf("  workingDays: 5")
                                + " /extension/workingDays: longer than the statutory time itself");
        assertThat(problems("code: otherBody", "code: siteVisit"))
                .anyMatch(p -> p.contains("two reasons have the same code"));
    }

    @Test
    void silenceMeansSomethingOnlyWhereALawSaysSo() {
        assertThat(problems("  means: nothing", "  means: approval"))
                .singleElement()
                .asString()
                .matches("service\\.yaml:\\d+ /silence: silence means something only where .*");
        assertThat(problems("  means: nothing", "  means: perhaps"))
                .anyMatch(p -> p.matches("service\\.yaml:\\d+ /silence/means: .*"));
    }

    @Test
    void aServiceForBusinessesNamesTheMomentOfABusiness() {
        assertThat(problems("businessEvent: start\n", ""))
                .anyMatch(p -> p.contains("/businessEvent: a service for businesses"));
    }

    @Test
    void visitsDoNotBecomeMore() {
        assertThat(problems("visits: 0", "visits: 6"))
                .anyMatch(
                        p -> p.matches("service\\.yaml:\\d+ /visits: more visits than before .*"));
    }

    @Test
    void aVersionFromBeforeTheCardStaysReadable() {
        String old = good.file(Pack.CARD);
        for (String line :
                List.of(
                        "nature: sovereign\n",
                        "level: county\n",
                        "businessEvent: start\n",
                        "trigger: request\n",
                        "yearlyVolume: 9500\n",
                        "meanTime: P4D\n",
                        "visitsBefore: 5\n",
                        "silence:\n  means: nothing\n")) {
            assertThat(old).contains(line);
            old = old.replace(line, "");
        }
        Pack pack = with(old);
        Service service = Packs.service(new Kept(pack.version(), 1, PacksOfTheHouse.NOW, pack));
        assertThat(service.card().nature()).isEmpty();
        assertThat(service.terms().silence()).isEqualTo(Terms.Silence.NOTHING);
    }

    @Test
    void everyPropertyOfTheSchemaSaysToEditorsWhatItIs() throws Exception {
        try (var schema =
                Objects.requireNonNull(
                        getClass().getResourceAsStream("/catalog/service.schema.json"))) {
            assertThat(undescribed(JsonMapper.shared().readTree(schema), "")).isEmpty();
        }
    }

    private static List<String> undescribed(JsonNode node, String at) {
        var found = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            String here = at + "/" + child.getKey();
            if (at.endsWith("/properties") && !child.getValue().has("description")) {
                found.add(here);
            }
            found.addAll(undescribed(child.getValue(), here));
        }
        return found;
    }

    private List<String> problems(String what, String by) {
        assertThat(good.file(Pack.CARD)).contains(what);
        return PacksOfTheHouse.problems(with(good.file(Pack.CARD).replace(what, by))).stream()
                .map(Problem::toString)
                .toList();
    }

    private Pack with(String card) {
        SortedMap<String, String> files = new TreeMap<>(good.files());
        files.put(Pack.CARD, card);
        return new Pack(good.agency(), good.code(), files);
    }

    private int lineOf(String part) {
        String card = good.file(Pack.CARD);
        return 1
                + (int)
                        card.substring(0, card.indexOf(part))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }
}
