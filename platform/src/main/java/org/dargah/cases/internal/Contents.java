package org.dargah.cases.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dargah.agencies.Agencies;
import org.dargah.catalog.Choices;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.Output;
import org.dargah.catalog.Renewal;
import org.dargah.catalog.Service;
import org.dargah.documents.Order;
import org.dargah.documents.OutputTemplate;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.MapPoint;
import org.dargah.kernel.Plate;
import org.dargah.kernel.Province;
import org.dargah.places.Places;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in the document of a service, from what is known when it is issued. */
@Component
class Contents {

    /**
     * Whose document it is, and where it belongs.
     *
     * @param replaces the document in whose place it comes, or null
     */
    record Of(
            Province province,
            AgencyCode agency,
            DocumentId id,
            Order.Holder holder,
            @Nullable CaseId caseId,
            String number,
            @Nullable DocumentId replaces) {}

    private final Agencies agencies;
    private final String province;

    Contents(Agencies agencies, Places places) {
        this.agencies = agencies;
        this.province = places.title(Words.PERSIAN);
    }

    Order order(Service service, Facts facts, Of of) {
        Output output = service.outputs().getFirst();
        OutputTemplate template =
                template(service, output).filled(listing -> rows(listing, facts, service));
        return new Order(
                of.province(),
                of.id(),
                template,
                values(template, facts, service),
                new Order.Letterhead(
                        of.agency(), agencies.find(of.agency()).orElseThrow().titleFa(), province),
                of.holder(),
                of.caseId(),
                of.number(),
                validUntil(output, facts, service.renewal()),
                of.replaces());
    }

    private static OutputTemplate template(Service service, Output output) {
        return switch (OutputTemplate.read(output.template())) {
            case OutputTemplate.Read(OutputTemplate read) -> read;
            case OutputTemplate.Fault(int line, String what) ->
                    throw new IllegalStateException(
                            "The template of " + service + ", line " + line + ": " + what);
        };
    }

    /** Whoever renews before the end loses none of the days that were left. */
    private static @Nullable LocalDate validUntil(
            Output output, Facts facts, @Nullable Renewal renewal) {
        if (output.until() != null) {
            return LocalDate.parse(String.valueOf(facts.answers().get(output.until())));
        }
        return output.validity() == null ? null : begins(facts, renewal).plus(output.validity());
    }

    private static LocalDate begins(Facts facts, @Nullable Renewal renewal) {
        return Optional.ofNullable(renewal)
                .flatMap(it -> facts.said(it.name()))
                .map(said -> said.fields().get("validUntil"))
                .map(lastDay -> LocalDate.parse(lastDay.toString()))
                .filter(facts.today()::isBefore)
                .orElse(facts.today());
    }

    /**
     * What stands in the fields: a choice by its words, a table by the number of its rows,
     * everything else as it is known, nothing as a dash.
     */
    private static Map<String, String> values(
            OutputTemplate template, Facts facts, Service service) {
        Map<String, String> values = new HashMap<>();
        for (String name : template.fields()) {
            Object value = facts.value(name).orElse("—");
            String field = name.startsWith("answers.") ? name.substring("answers.".length()) : "";
            values.put(
                    name,
                    service.form()
                            .field(field)
                            .flatMap(asked -> Choices.label(asked, value, facts))
                            .map(label -> label.fa())
                            .or(() -> plate(service, field, value))
                            .orElseGet(() -> printed(value)));
        }
        return values;
    }

    /** The first rows of a table of the form, each cell as people read it. */
    private static OutputTemplate.Rows rows(
            OutputTemplate.Listing listing, Facts facts, Service service) {
        Form.Table table =
                service.form()
                        .field(listing.of().substring("answers.".length()))
                        .map(Form.Field::table)
                        .orElseThrow();
        List<?> all =
                facts.value(listing.of()).orElse(List.of()) instanceof List<?> l ? l : List.of();
        return new OutputTemplate.Rows(
                all.stream()
                        .limit(listing.most())
                        .map(row -> cells(listing.columns(), table, (Map<?, ?>) row))
                        .toList(),
                all.size());
    }

    private static Map<String, String> cells(Set<String> columns, Form.Table table, Map<?, ?> row) {
        Map<String, String> cells = new HashMap<>();
        for (String name : columns) {
            Object value = row.get(name);
            cells.put(
                    name,
                    value == null
                            ? ""
                            : table.column(name)
                                    .flatMap(
                                            column ->
                                                    column.label(value)
                                                            .map(label -> label.fa())
                                                            .or(() -> plate(column, value)))
                                    .orElseGet(() -> printed(value)));
        }
        return cells;
    }

    private static Optional<String> plate(Form.Field asked, Object value) {
        return asked.kind() == FieldKind.PLATE
                ? Plate.parse(value.toString()).map(Plate::text)
                : Optional.empty();
    }

    private static Optional<String> plate(Service service, String field, Object value) {
        return service.form().field(field).flatMap(asked -> plate(asked, value));
    }

    private static String printed(Object value) {
        return switch (value) {
            case Collection<?> rows -> String.valueOf(rows.size());
            case Map<?, ?> point ->
                    MapPoint.of(String.valueOf(point.get("lat")), String.valueOf(point.get("lon")))
                            .map(MapPoint::text)
                            .orElse("—");
            default -> value.toString();
        };
    }
}
