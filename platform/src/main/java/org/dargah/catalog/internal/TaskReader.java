package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dargah.catalog.Fees;
import org.dargah.catalog.Inspection;
import org.dargah.catalog.LaterFee;
import org.dargah.catalog.Opinion;
import org.dargah.catalog.Text;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CountyCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a card declares for the tasks of its process: the visit, the opinions, the fees. */
final class TaskReader {

    private final JsonNode card;
    private final English english;

    TaskReader(JsonNode card, English english) {
        this.card = card;
        this.english = english;
    }

    @Nullable Inspection inspection() {
        JsonNode node = card.path("inspection");
        if (node.isMissingNode()) {
            return null;
        }
        var items = new ArrayList<Inspection.Item>();
        node.path("checklist").forEach(item -> items.add(item(item)));
        return new Inspection(
                text(node, "title", "inspection.title"),
                text(node, "notice", "inspection.notice"),
                items);
    }

    private Inspection.Item item(JsonNode node) {
        String name = node.path("name").asString();
        String key = "inspection.items." + name + ".";
        return new Inspection.Item(
                name,
                Inspection.Kind.valueOf(upper(node, "kind")),
                text(node, "label", key + "label"),
                node.has("unit") ? Optional.of(text(node, "unit", key + "unit")) : Optional.empty(),
                node.path("optional").asBoolean(false));
    }

    List<Opinion> opinions() {
        var opinions = new ArrayList<Opinion>();
        card.path("opinions").forEach(node -> opinions.add(opinion(node)));
        return opinions;
    }

    private Opinion opinion(JsonNode node) {
        String name = node.path("name").asString();
        Map<CountyCode, AgencyCode> counties = new HashMap<>();
        node.path("counties")
                .properties()
                .forEach(
                        e ->
                                counties.put(
                                        new CountyCode(e.getKey()),
                                        new AgencyCode(e.getValue().asString())));
        return new Opinion(
                name,
                new AgencyCode(node.path("agency").asString()),
                counties,
                text(node, "title", "opinions." + name + ".title"),
                text(node, "question", "opinions." + name + ".question"),
                node.path("days").asInt(),
                Opinion.Silence.valueOf(upper(node, "silence")),
                PackReader.strings(node.path("sees")));
    }

    List<LaterFee> laterFees() {
        var fees = new ArrayList<LaterFee>();
        for (JsonNode node : card.path("laterFees")) {
            String name = node.path("name").asString();
            String key = "laterFees." + name + ".";
            var lines = new ArrayList<Fees.Line>();
            for (JsonNode line : node.path("lines")) {
                String code = line.path("code").asString();
                lines.add(
                        new Fees.Line(
                                code, text(line, "text", key + "lines." + code), Optional.empty()));
            }
            fees.add(
                    new LaterFee(
                            name,
                            text(node, "title", key + "title"),
                            node.path("decision").asString(),
                            lines));
        }
        return fees;
    }

    private static String upper(JsonNode node, String field) {
        return node.path(field).asString().toUpperCase(Locale.ROOT);
    }

    private Text text(JsonNode node, String field, String key) {
        return english.with(node.path(field).asString(), key);
    }
}
