package org.dargah.inquiries.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.dargah.acts.Period;
import org.dargah.exchange.Trace;
import org.dargah.identity.CurrentPerson;
import org.dargah.inquiries.Usage;
import org.dargah.inquiries.UsageWords;
import org.dargah.inquiries.Usages;
import org.dargah.ui.Problem;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The citizen's list for programs, in the shape of Estonia's data tracker (Andmejälgija, usage
 * service 2.0). There a portal names the person; here it is the session that does, so {@code
 * userCode} and {@code X-Road-UserId} are not taken and nobody can ask for somebody else.
 */
@RestController
@Tag(name = "data-tracker")
@SecurityRequirement(name = "session")
class DataTracker {

    private static final int MOST = 1_000;
    private static final int FURTHEST = 10_000;

    private final Usages usages;
    private final UsageWords telling;
    private final Vocabulary vocabulary;
    private final Clock clock;

    DataTracker(Usages usages, UsageWords telling, Vocabulary vocabulary, Clock clock) {
        this.usages = usages;
        this.telling = telling;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /**
     * One use of data. The last three stand in the tracker's version 3.
     *
     * @param action why, what, and how it ended
     * @param receiverCode of the body that asked
     * @param receiverSystem its program, or the title of the official
     * @param queryId by which the page {@code /me/usages/{id}} shows it whole
     * @param queryGroupId the asker's own file or reason
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UsageLine(
            Instant logtime,
            String action,
            String receiverCode,
            String receiverName,
            String receiverSystem,
            @Nullable String legalBasis,
            String queryId,
            @Nullable String queryGroupId) {}

    /**
     * @param totalUsages of the period, whatever offset and limit
     */
    record FindUsageResponse(int totalUsages, List<UsageLine> usages) {}

    @GetMapping("/me/data-tracker/findUsage")
    @Operation(
            summary = "Who used the data of the person who is signed in",
            description =
                    "Estonia's data tracker (e-gov/AJ, usage service 2.0), newest first. The person"
                        + " is the one of the session: userCode and X-Road-UserId are not taken."
                        + " Lists every question to a registry about them, also refused ones and"
                        + " those from before they first signed in, and every look at what Dargah"
                        + " holds. legalBasis, queryId and queryGroupId are those of version 3."
                        + " Without a session it leads to the sign-in page (303).")
    FindUsageResponse findUsage(
            @Parameter(description = "From then on; UTC if no offset is given")
                    @RequestParam(defaultValue = "")
                    String periodStart,
            @Parameter(description = "Until then, not included") @RequestParam(defaultValue = "")
                    String periodEnd,
            @Parameter(description = "So many are passed over, at most 10,000")
                    @RequestParam(defaultValue = "0")
                    int offset,
            @Parameter(description = "At most 1,000") @RequestParam(defaultValue = "1000")
                    int limit,
            @Parameter(hidden = true) CurrentPerson person,
            @Parameter(hidden = true) Locale locale) {
        if (offset < 0 || offset > FURTHEST || limit < 1 || limit > MOST) {
            throw invalid("offset is 0 to 10000 and limit 1 to 1000");
        }
        var period =
                new Period(
                        instant(periodStart, Period.EVER.from()),
                        instant(periodEnd, Period.EVER.until()));
        Words words = vocabulary.in(locale);
        return new FindUsageResponse(
                usages.count(person.province(), person.id(), period),
                usages.of(person.province(), person.id(), period, offset, limit).stream()
                        .map(usage -> line(usage, words))
                        .toList());
    }

    private static Instant instant(String text, Instant otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException malformed) {
            throw invalid("periodStart and periodEnd are written as 2026-01-31T10:20:30Z");
        }
    }

    private static RuntimeException invalid(String detail) {
        return Problem.refusal(HttpStatus.BAD_REQUEST, "invalid", detail);
    }

    private UsageLine line(Usage usage, Words words) {
        String issue = usage instanceof Usage.Asked(Trace trace) ? trace.issue() : null;
        return new UsageLine(
                usage.at(),
                words.t(
                        "inquiries.tracker.action",
                        telling.why(usage, words),
                        telling.what(usage, words),
                        telling.outcome(usage, words).text()),
                telling.agency(usage).value(),
                telling.office(usage, words),
                telling.who(usage, words),
                telling.basis(usage).orElse(null),
                usage.id().toString(),
                issue);
    }

    /**
     * Since when uses of data are recorded; there is no end, so none is told.
     *
     * @param periodStart when the first use was recorded
     */
    record UsagePeriodResponse(Instant periodStart) {}

    @GetMapping("/me/data-tracker/usagePeriod")
    @Operation(summary = "Since when uses of data are recorded; up to now, nothing is deleted")
    UsagePeriodResponse usagePeriod(@Parameter(hidden = true) CurrentPerson person) {
        return new UsagePeriodResponse(
                usages.since(person.province())
                        .orElseGet(clock::instant)
                        .truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * @param status {@code OK} or {@code FAIL}
     */
    record HeartbeatResponse(String status, String message) {}

    @GetMapping("/me/data-tracker/heartbeat")
    @Operation(summary = "Whether the list can be read")
    HeartbeatResponse heartbeat(@Parameter(hidden = true) CurrentPerson person) {
        try {
            usages.since(person.province());
            return new HeartbeatResponse("OK", "The record of uses can be read");
        } catch (DataAccessException broken) {
            return new HeartbeatResponse("FAIL", "The record of uses cannot be read now");
        }
    }
}
