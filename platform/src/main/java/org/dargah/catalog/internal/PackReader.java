package org.dargah.catalog.internal;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dargah.catalog.Ask;
import org.dargah.catalog.CoApplicants;
import org.dargah.catalog.Condition;
import org.dargah.catalog.Decision;
import org.dargah.catalog.Effect;
import org.dargah.catalog.Fees;
import org.dargah.catalog.Output;
import org.dargah.catalog.Renewal;
import org.dargah.catalog.Service;
import org.dargah.catalog.ServiceProcess;
import org.dargah.catalog.Text;
import org.dargah.catalog.VersionId;
import org.dargah.catalog.When;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Rial;
import org.dargah.kernel.ServiceCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a service of a pack whose files keep their schemas. */
final class PackReader {

    private static final String CASE_REVIEW = "case-review";
    private static final String ANSWERS = "answers.";

    private final Pack pack;
    private final JsonNode card;
    private final JsonNode form;
    private final English english;

    PackReader(Pack pack, JsonNode card, JsonNode form, English english) {
        this.pack = pack;
        this.card = card;
        this.form = form;
        this.english = english;
    }

    Service service(VersionId version, int number, Instant publishedAt) {
        var registered = new CardReader(card, english);
        var tasks = new TaskReader(card, english);
        return new Service(
                pack.agency(),
                pack.code(),
                version,
                number,
                publishedAt,
                card.path("sample").asBoolean(false),
                text(card, "title", "title"),
                text(card, "summary", "summary"),
                text(card, "gives", "gives"),
                registered.card(),
                registered.terms(),
                Decision.valueOf(CardReader.upper(card.path("decision").asString())),
                channels(),
                searchWords(),
                conditions(),
                asks(),
                notNeeded(),
                fees(),
                outputs(),
                coApplicants(),
                renewal(),
                effect(),
                new FormReader(form, english).form(),
                new ServiceProcess(pack.code().value(), pack.file(Pack.PROCESS)),
                pack.file(Pack.ELIGIBILITY),
                pack.file(Pack.FEES),
                tasks.inspection(),
                tasks.opinions(),
                tasks.laterFees(),
                legalReasons());
    }

    private Text text(JsonNode node, String field, String key) {
        return english.with(node.path(field).asString(), key);
    }

    static @Nullable Period period(JsonNode node, String field) {
        return node.has(field) ? Period.parse(node.path(field).asString()) : null;
    }

    private Map<String, Text> legalReasons() {
        Map<String, Text> reasons = new LinkedHashMap<>();
        for (JsonNode node : card.path("onceOnly")) {
            String question = node.path("question").asString();
            reasons.put(question, text(node, "legalReason", "onceOnly." + question));
        }
        return reasons;
    }

    private Set<Channel> channels() {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (String word : strings(card.path("channels"))) {
            channels.add(Channel.valueOf(CardReader.upper(word)));
        }
        return channels;
    }

    private Service.SearchWords searchWords() {
        JsonNode search = card.path("search");
        var groups = new ArrayList<List<String>>();
        search.path("synonyms").forEach(group -> groups.add(strings(group)));
        return new Service.SearchWords(strings(search.path("words")), groups);
    }

    private List<Condition> conditions() {
        var conditions = new ArrayList<Condition>();
        for (JsonNode node : card.path("conditions")) {
            String key = "conditions." + node.path("number").asInt();
            conditions.add(
                    new Condition(
                            node.path("number").asInt(),
                            text(node, "text", key + ".text"),
                            text(node, "hint", key + ".hint"),
                            strings(node.path("answeredBy")),
                            node.has("decision") ? node.path("decision").asString() : null));
        }
        return conditions;
    }

    private List<Ask> asks() {
        var asks = new ArrayList<Ask>();
        for (JsonNode node : card.path("asks")) {
            asks.add(ask(node));
        }
        return asks;
    }

    private Ask ask(JsonNode node) {
        String name = node.path("name").asString();
        String[] question = node.path("ask").asString().split("#", 2);
        String key = "asks." + name + ".";
        Map<String, String> keys = new LinkedHashMap<>();
        node.path("keys").properties().forEach(e -> keys.put(e.getKey(), e.getValue().asString()));
        return new Ask(
                name,
                question[0],
                Arrays.asList(question[1].split(",")),
                keys,
                when(node),
                text(node, "title", key + "title"),
                text(node, "from", key + "from"),
                text(node, "about", key + "about"),
                text(node, "why", key + "why"),
                text(node, "legalBasis", key + "legalBasis"),
                new Purpose(node.path("purpose").asString(CASE_REVIEW)),
                node.path("condition").asInt());
    }

    static @Nullable When when(JsonNode node) {
        JsonNode when = node.path("when");
        return when.isMissingNode()
                ? null
                : new When(
                        when.path("fact").asString(),
                        strings(when.path("is")).stream().collect(Collectors.toSet()));
    }

    static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(item -> strings.add(item.asString()));
        return strings;
    }

    private List<Text> notNeeded() {
        var papers = new ArrayList<Text>();
        for (String paper : strings(card.path("notNeeded"))) {
            papers.add(english.with(paper, "notNeeded." + (papers.size() + 1)));
        }
        return papers;
    }

    private Fees fees() {
        JsonNode fees = card.path("fees");
        var lines = new ArrayList<Fees.Line>();
        for (JsonNode line : fees.path("lines")) {
            String code = line.path("code").asString();
            lines.add(
                    new Fees.Line(
                            code,
                            text(line, "text", "fees.lines." + code),
                            line.has("amount")
                                    ? Optional.of(new Rial(line.path("amount").asLong()))
                                    : Optional.empty()));
        }
        return new Fees(text(fees, "note", "fees.note"), lines);
    }

    private List<Output> outputs() {
        var outputs = new ArrayList<Output>();
        for (JsonNode node : card.path("outputs")) {
            String code = node.path("code").asString();
            outputs.add(
                    new Output(
                            code,
                            text(node, "title", "outputs." + code),
                            pack.file(node.path("template").asString()),
                            period(node, "validity"),
                            node.has("until")
                                    ? node.path("until").asString().substring(ANSWERS.length())
                                    : null));
        }
        return outputs;
    }

    private @Nullable CoApplicants coApplicants() {
        JsonNode node = card.path("coApplicants");
        if (node.isMissingNode()) {
            return null;
        }
        return new CoApplicants(
                node.path("question").asString().substring(ANSWERS.length()),
                node.path("nationalId").asString(),
                node.path("birthDate").asString(),
                node.path("mobile").asString(),
                text(node, "statement", "coApplicants.statement"),
                node.path("days").asInt());
    }

    private @Nullable Renewal renewal() {
        JsonNode renews = card.path("renews");
        if (renews.isMissingNode()) {
            return null;
        }
        var carries = new ArrayList<Renewal.Carried>();
        for (JsonNode node : renews.path("carries")) {
            String name = node.path("name").asString();
            carries.add(new Renewal.Carried(name, text(node, "title", "renews." + name)));
        }
        return new Renewal(
                renews.path("name").asString(),
                strings(renews.path("services")).stream()
                        .map(ServiceCode::new)
                        .collect(Collectors.toSet()),
                Period.parse(renews.path("from").asString()),
                period(renews, "until"),
                carries);
    }

    private @Nullable Effect effect() {
        JsonNode effect = card.path("effect");
        if (effect.isMissingNode()) {
            return null;
        }
        Map<String, String> with = new LinkedHashMap<>();
        effect.path("with")
                .properties()
                .forEach(
                        e ->
                                with.put(
                                        e.getKey(),
                                        e.getValue().asString().substring(ANSWERS.length())));
        return new Effect(effect.path("kind").asString(), with);
    }
}
