package org.dargah.catalog.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dargah.catalog.IdentityCard;
import org.dargah.catalog.Service;
import org.dargah.catalog.Terms;
import org.dargah.catalog.Text;
import org.dargah.kernel.AgencyCode;
import org.jspecify.annotations.Nullable;

/** The registered facts of a service («شناسنامهٔ خدمت»); null where a version does not tell. */
record ServiceCard(
        @Schema(description = "citizen (G2C), business (G2B), government (G2G)")
                List<String> audience,
        @Schema(description = "sovereign or commercial") @Nullable String nature,
        @Schema(description = "national, provincial, county or rural") @Nullable String level,
        String lifeEvent,
        @Nullable String businessEvent,
        @Schema(description = "request, date, event or agency") @Nullable String trigger,
        @Nullable Integer yearlyVolume,
        @Schema(description = "ISO 8601; days are working days", example = "P4D")
                @Nullable String meanTime,
        @Schema(description = "Visits in person before the service came here")
                @Nullable Integer visitsBefore,
        @Schema(description = "Visits in person that are still needed") int visits,
        @Schema(description = "Once, for one of these reasons; null where there is none")
                @Nullable Extension extension,
        @Schema(
                        description =
                                "What it means when the time by law runs out: nothing, approval,"
                                        + " refusal or higher-body")
                String silence,
        @Nullable Text silenceLegalBasis,
        @Schema(description = "The body that takes the case where silence means higher-body")
                @Nullable String silenceBody) {

    /**
     * @param workingDays by which the statutory time grows
     */
    record Extension(int workingDays, List<Terms.Reason> reasons, Text legalBasis) {}

    static ServiceCard of(Service service) {
        IdentityCard card = service.card();
        Terms terms = service.terms();
        return new ServiceCard(
                card.audiences().stream().sorted().map(ServiceCard::word).toList(),
                word(card.nature()),
                word(card.level()),
                service.lifeEvent().slug(),
                word(card.businessEvent()),
                word(card.trigger()),
                number(card.yearlyVolume()),
                card.meanTime().map(ServiceCard::iso).orElse(null),
                number(card.visitsBefore()),
                card.visits(),
                terms.extension()
                        .map(e -> new Extension(e.workingDays(), e.reasons(), e.legalBasis()))
                        .orElse(null),
                word(terms.silence().meaning()),
                terms.silence().legalBasis().orElse(null),
                terms.silence().body().map(AgencyCode::value).orElse(null));
    }

    private static @Nullable String word(Optional<? extends Enum<?>> word) {
        return word.isPresent() ? word(word.get()) : null;
    }

    private static String word(Enum<?> word) {
        return IdentityCard.slug(word).replace('_', '-');
    }

    private static @Nullable Integer number(OptionalInt number) {
        return number.isPresent() ? (Integer) number.getAsInt() : null;
    }

    /** A working day is no 24 hours, so P4D must not become PT96H. */
    private static String iso(java.time.Duration mean) {
        return mean.toDays() > 0 ? "P" + mean.toDays() + "D" : mean.toString();
    }
}
