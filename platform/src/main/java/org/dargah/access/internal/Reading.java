package org.dargah.access.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Effects;
import org.dargah.catalog.Effect;
import org.dargah.exchange.Bounds;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Rights;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/** Reads from a case which right is asked for, and by whom. */
final class Reading {

    static final String PROGRAM = "program";
    static final String AGENCY = "agency";

    private static final int MOST = 10_000_000;

    private final CaseFile file;
    private final Effect effect;

    Reading(CaseFile file, Effect effect) {
        this.file = file;
        this.effect = effect;
    }

    /** The program that brought the case, as it proved itself; nothing that was typed. */
    String program() {
        return fact(PROGRAM);
    }

    private String fact(String name) {
        return file.said(Effects.FACTS)
                .map(said -> said.fields().get(name))
                .map(Object::toString)
                .orElse("");
    }

    CaseId caseId() {
        return file.id();
    }

    /** The number of the document that the approval leads to. */
    String permit() {
        return file.tracking().text();
    }

    private String answer(String argument) {
        Object value = file.answers().get(effect.question(argument));
        return value == null ? "" : value.toString();
    }

    String registry() {
        return answer("registry");
    }

    String purpose() {
        return answer("purpose");
    }

    /** By commas of either language. */
    List<String> fields() {
        return Arrays.stream(answer("fields").split("[,،\\s]+"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    Optional<LocalDate> until() {
        return Optional.of(answer("until"))
                .filter(text -> text.matches("\\d{4}-\\d\\d-\\d\\d"))
                .map(LocalDate::parse);
    }

    /** Empty when an answer cannot be what it is to be. */
    Optional<Rights.Wanted> wanted() {
        Optional<Purpose> purpose = Purpose.parse(purpose());
        Bounds bounds = bounds();
        String agency = fact(AGENCY);
        if (purpose.isEmpty() || bounds == null || program().isEmpty() || agency.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Rights.Wanted(
                        program(),
                        new AgencyCode(agency),
                        registry(),
                        purpose.get(),
                        manner(),
                        fields(),
                        bounds));
    }

    /** A choice whose values were checked when the pack was published. */
    Manner manner() {
        return Manner.valueOf(answer("manner").toUpperCase(Locale.ROOT));
    }

    private @Nullable Bounds bounds() {
        int perMinute = number("perMinute");
        int perDay = number("perDay");
        return perMinute < 1 || perDay < 1 || until().isEmpty()
                ? null
                : new Bounds(perMinute, perDay, null, Set.of(), until().get());
    }

    /** 0 for what is no whole number within reason. */
    private int number(String argument) {
        return file.answers().get(effect.question(argument)) instanceof Number number
                ? within(new BigDecimal(number.toString()))
                : 0;
    }

    private static int within(BigDecimal number) {
        boolean sound =
                number.stripTrailingZeros().scale() <= 0
                        && number.signum() > 0
                        && number.compareTo(BigDecimal.valueOf(MOST)) <= 0;
        return sound ? number.intValueExact() : 0;
    }

    /** What the program is called, for lists. */
    static Map<String, Object> of(String program, AgencyCode agency) {
        return Map.of(PROGRAM, program, AGENCY, agency.value());
    }
}
