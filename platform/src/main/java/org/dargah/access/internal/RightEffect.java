package org.dargah.access.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dargah.agencies.Agencies;
import org.dargah.cases.CaseFile;
import org.dargah.cases.EffectDoer;
import org.dargah.catalog.Effect;
import org.dargah.catalog.FieldProblem;
import org.dargah.exchange.Looks;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Registry;
import org.dargah.exchange.Registry.Sensitivity;
import org.dargah.exchange.Rights;
import org.dargah.identity.Clients;
import org.dargah.identity.CurrentClient;
import org.dargah.inquiries.RightWords;
import org.dargah.kernel.Purpose;
import org.dargah.ui.Row;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;

/** What a request for access is about, told before anything happens. */
@Component
class RightEffect implements EffectDoer {

    private final Hindrances hindrances;
    private final Registries registries;
    private final Rights rights;
    private final Clients clients;
    private final Agencies agencies;
    private final RightWords telling;
    private final Looks looks;
    private final Words persian;

    RightEffect(
            Hindrances hindrances,
            Registries registries,
            Rights rights,
            Clients clients,
            Agencies agencies,
            RightWords telling,
            Looks looks,
            Vocabulary vocabulary) {
        this.hindrances = hindrances;
        this.registries = registries;
        this.rights = rights;
        this.clients = clients;
        this.agencies = agencies;
        this.telling = telling;
        this.looks = looks;
        this.persian = vocabulary.in(Words.PERSIAN);
    }

    @Override
    public String kind() {
        return RightKind.NAME;
    }

    /** Documents are Persian. */
    @Override
    public Map<String, Object> facts(CurrentClient program, CaseFile file, Effect effect) {
        var asked = new Reading(file, effect);
        Optional<Purpose> purpose = Purpose.parse(asked.purpose());
        Map<String, Object> facts = new HashMap<>(Reading.of(program.id(), program.agency()));
        facts.put("title", program.title());
        facts.put("organisation", agencies.title(program.agency(), persian.locale()));
        facts.put("registry", telling.registry(asked.registry(), persian));
        facts.put("purpose", purpose.map(it -> telling.purpose(it, persian)).orElse(""));
        facts.put("basis", purpose.flatMap(telling::basis).orElse(""));
        facts.put("manner", telling.manner(asked.manner(), persian));
        facts.put("fields", looks.fields(asked.registry(), asked.fields(), persian));
        return facts;
    }

    @Override
    public List<FieldProblem> hindrances(CaseFile file, Effect effect) {
        return hindrances.of(new Reading(file, effect), effect);
    }

    @Override
    public List<Row> rows(CaseFile file, Effect effect, Words words) {
        var asked = new Reading(file, effect);
        var rows = new ArrayList<Row>();
        clients.find(asked.program())
                .ifPresent(
                        program -> {
                            rows.add(
                                    new Row(
                                            words.t("access.program"),
                                            words.digits(program.title())));
                            rows.add(
                                    new Row(
                                            words.t("access.organisation"),
                                            agencies.title(program.agency(), words.locale())));
                            rows.add(new Row(words.t("access.held"), held(program, words)));
                        });
        asked.wanted()
                .ifPresent(
                        wanted -> {
                            rows.addAll(telling.rows(wanted, words));
                            rows.addAll(sensitivities(asked, words));
                        });
        return rows;
    }

    /** What it may ask today, by its own rights and those that it shares. */
    private String held(CurrentClient program, Words words) {
        String all =
                rights.usableBy(program.id(), program.agency()).stream()
                        .filter(right -> !telling.isOver(right))
                        .map(
                                right ->
                                        words.t(
                                                "access.held.right",
                                                telling.registry(right.registry(), words),
                                                telling.purpose(right.purpose(), words)))
                        .distinct()
                        .collect(Collectors.joining(words.isPersian() ? "؛ " : "; "));
        return all.isEmpty() ? words.t("access.held.none") : all;
    }

    /** How much harm knowing them can do, the worst first. */
    private List<Row> sensitivities(Reading asked, Words words) {
        var rows = new ArrayList<Row>();
        for (Sensitivity sensitivity :
                List.of(Sensitivity.SENSITIVE, Sensitivity.PERSONAL, Sensitivity.OPEN)) {
            String fields =
                    words.list(
                            asked.fields().stream()
                                    .flatMap(name -> field(asked.registry(), name).stream())
                                    .filter(field -> field.sensitivity() == sensitivity)
                                    .map(field -> words.pick(field.labelFa(), field.labelEn()))
                                    .toList());
            if (!fields.isEmpty()) {
                String key = "access.fields." + sensitivity.name().toLowerCase(Locale.ROOT);
                rows.add(new Row(words.t(key), fields));
            }
        }
        return rows;
    }

    private Optional<Registry.Field> field(String registry, String name) {
        return registries.find(registry).flatMap(known -> known.field(name));
    }
}
