package org.dargah.catalog.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.catalog.Text;
import org.dargah.kernel.ServiceCode;
import org.jspecify.annotations.Nullable;

/** A service as a program needs it to ask a person and hand in. */
record ServiceWhole(
        ServiceBrief brief,
        int version,
        @Schema(description = "True while the agency has not confirmed amounts and conditions")
                boolean sample,
        Text gives,
        Text legalBasis,
        @Schema(description = "The registered facts of the service") ServiceCard card,
        Set<String> channels,
        List<ConditionLine> conditions,
        @Schema(description = "What registries are asked, so that nobody asks the person")
                List<AskLine> asks,
        @Schema(description = "Papers that nobody may ask for") List<Text> notNeeded,
        List<FeeLine> fees,
        List<FieldLine> fields,
        @Schema(
                        description =
                                "What an approval brings about beyond its document, such as"
                                        + " access-right; null for most services")
                @Nullable String effect,
        @Schema(
                        description =
                                "Codes of the services whose documents it gives anew; an"
                                        + " application then names the document in renews")
                List<String> renews,
        @Schema(
                        description =
                                "The field that names those who ask together with the applicant and"
                                        + " sign in their own accounts; null when nobody does")
                @Nullable String coApplicants) {

    /**
     * @param number permanent; refusals cite it
     */
    record ConditionLine(int number, Text text) {}

    record AskLine(String name, String registry, List<String> fields, Text why, Text legalBasis) {}

    /**
     * @param amount in rials, or null when it depends on the answers
     */
    record FeeLine(String code, Text text, @Nullable Long amount) {}

    /**
     * @param kind text, textarea, number, date, choice, postcode, mobile or file
     * @param conditional true when it is asked of some people only
     */
    record FieldLine(
            String name,
            String kind,
            Text label,
            boolean optional,
            boolean conditional,
            List<Form.Option> options) {}

    static ServiceWhole of(Service service) {
        return new ServiceWhole(
                ServiceBrief.of(service),
                service.number(),
                service.sample(),
                service.gives(),
                service.card().legalBasis(),
                ServiceCard.of(service),
                service.channels().stream()
                        .map(channel -> channel.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(java.util.TreeSet::new)),
                service.conditions().stream()
                        .map(c -> new ConditionLine(c.number(), c.text()))
                        .toList(),
                service.asks().stream()
                        .map(
                                a ->
                                        new AskLine(
                                                a.name(),
                                                a.registry(),
                                                a.fields(),
                                                a.why(),
                                                a.legalBasis()))
                        .toList(),
                service.notNeeded(),
                service.fees().lines().stream()
                        .map(
                                l ->
                                        new FeeLine(
                                                l.code(),
                                                l.text(),
                                                l.amount().map(a -> a.amount()).orElse(null)))
                        .toList(),
                service.form().pages().stream()
                        .flatMap(page -> page.fields().stream().map(f -> field(page, f)))
                        .toList(),
                service.effect() == null ? null : service.effect().kind(),
                service.renewal() == null
                        ? List.of()
                        : service.renewal().services().stream().map(ServiceCode::value).toList(),
                service.coApplicants() == null ? null : service.coApplicants().question());
    }

    private static FieldLine field(Form.Page page, Form.Field field) {
        return new FieldLine(
                field.name(),
                field.kind().name().toLowerCase(Locale.ROOT),
                field.label(),
                field.optional(),
                page.when() != null,
                field.options());
    }
}
