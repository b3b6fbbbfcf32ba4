package org.dargah.inquiries.xroad;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dargah.exchange.Monitoring;
import org.dargah.exchange.Monitoring.Observed;
import org.dargah.exchange.Registries;
import org.dargah.ui.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Operational data in X-Road's schema (PR-OPMON 1.0, {@code getSecurityServerOperationalData} and
 * {@code getSecurityServerHealthData}), over JSON in place of SOAP with an attachment. What is
 * personal there ({@code messageUserId}, {@code messageIssue}) is not told.
 */
@RestController
@Tag(name = "monitoring")
@SecurityRequirement(name = "client")
class OperationalData {

    /** By then every question that was asked has ended and left its row. */
    private static final Duration OFFSET = Duration.ofSeconds(60);

    private static final int MOST = 10_000;

    private final Monitoring monitoring;
    private final Registries registries;
    private final Members members;
    private final Clock clock;

    OperationalData(Monitoring monitoring, Registries registries, Members members, Clock clock) {
        this.monitoring = monitoring;
        this.registries = registries;
        this.members = members;
        this.clock = clock;
    }

    @GetMapping("/api/v1/operational-data")
    @Operation(
            summary = "What programs asked, in X-Road's schema of operational data",
            description =
                    "PR-OPMON's getSecurityServerOperationalData as JSON: times in Unix seconds,"
                            + " records of both in milliseconds. Told up to a minute ago; with"
                            + " nextRecordsFrom, go on from there.")
    Map<String, Object> records(
            @Parameter(description = "Unix seconds, included") @RequestParam(defaultValue = "")
                    String recordsFrom,
            @Parameter(description = "Unix seconds, included") @RequestParam(defaultValue = "")
                    String recordsTo,
            @Parameter(description = "Only of this client or to this provider, as X-Road names it")
                    @RequestParam(defaultValue = "")
                    String client,
            @Parameter(description = "Only these fields; all of them when left out")
                    @RequestParam(defaultValue = "")
                    Set<String> outputField,
            HttpServletRequest request) {
        long latest = clock.instant().minus(OFFSET).getEpochSecond() - 1;
        long from = seconds(recordsFrom, "recordsFrom");
        long to = seconds(recordsTo, "recordsTo");
        if (from > latest || to < from) {
            throw invalid("recordsFrom is more than a minute ago and not after recordsTo");
        }
        if (!OperationalRecord.NAMES.containsAll(outputField)) {
            throw invalid("outputField names a field of PR-OPMON that is told here");
        }
        List<Observed> found =
                monitoring.between(
                        Instant.ofEpochSecond(from),
                        Instant.ofEpochSecond(Math.min(to, latest) + 1),
                        MOST + 1);
        boolean cut = found.size() > MOST;
        List<Observed> told = cut ? wholeSeconds(found.subList(0, MOST)) : found;
        var records =
                told.stream()
                        .map(it -> record(it, request.getLocalAddr()))
                        .filter(it -> it.concerns(client))
                        .map(it -> it.only(outputField))
                        .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("recordsCount", records.size());
        answer.put("records", records);
        if (cut) {
            answer.put("nextRecordsFrom", told.getLast().askedAt().getEpochSecond() + 1);
        } else if (to > latest) {
            answer.put("nextRecordsFrom", latest + 1);
        }
        return answer;
    }

    private static long seconds(String text, String name) {
        if (!text.matches("\\d{1,11}")) {
            throw invalid(name + " is a time in Unix seconds");
        }
        return Long.parseLong(text);
    }

    private static RuntimeException invalid(String detail) {
        return Problem.refusal(HttpStatus.BAD_REQUEST, "invalid", detail);
    }

    /** The next question begins with a second, so the last one here is told whole or not. */
    private static List<Observed> wholeSeconds(List<Observed> found) {
        long last = found.getLast().askedAt().getEpochSecond();
        List<Observed> before =
                found.stream().filter(it -> it.askedAt().getEpochSecond() < last).toList();
        return before.isEmpty() ? found : before;
    }

    private OperationalRecord record(Observed observed, String address) {
        return OperationalRecord.of(
                observed,
                members.member(observed.agency()).below(observed.client()),
                registries.find(observed.registry()).map(members::service).orElse(null),
                address);
    }

    @GetMapping("/api/v1/health-data")
    @Operation(
            summary = "How each registry does, in X-Road's schema of health data",
            description = "PR-OPMON's getSecurityServerHealthData as JSON.")
    Map<String, Object> health(
            @Parameter(description = "Only of this provider, as X-Road names it")
                    @RequestParam(defaultValue = "")
                    String client) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("monitoringStartupTimestamp", monitoring.since().toEpochMilli());
        answer.put("statisticsPeriodSeconds", Monitoring.PERIOD.toSeconds());
        answer.put(
                "servicesEvents",
                monitoring.services().stream()
                        .filter(
                                it ->
                                        client.isEmpty()
                                                || service(it).toString().startsWith(client + "/"))
                        .map(this::events)
                        .toList());
        return answer;
    }

    private Identifier service(Monitoring.Service service) {
        return registries.find(service.registry()).map(members::service).orElseThrow();
    }

    private Map<String, Object> events(Monitoring.Service service) {
        Map<String, Object> events = new LinkedHashMap<>();
        Identifier id = service(service);
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("xRoadInstance", id.part(0));
        named.put("memberClass", id.part(1));
        named.put("memberCode", id.part(2));
        named.put("subsystemCode", id.part(3));
        named.put("serviceCode", id.part(4));
        events.put("service", named);
        put(events, "lastSuccessfulRequestTimestamp", service.lastSuccess());
        put(events, "lastUnsuccessfulRequestTimestamp", service.lastFailure());
        events.put("serviceType", OperationalRecord.SERVICE_TYPE);
        Map<String, Object> period = new LinkedHashMap<>();
        period.put("successfulRequestCount", service.succeeded());
        period.put("unsuccessfulRequestCount", service.failed());
        put(period, "request", "Duration", service.took());
        put(period, "request", "Size", service.requested());
        put(period, "response", "Size", service.answered());
        events.put("lastPeriodStatistics", period);
        return events;
    }

    private static void put(Map<String, Object> events, String name, @Nullable Instant at) {
        if (at != null) {
            events.put(name, at.toEpochMilli());
        }
    }

    private static void put(
            Map<String, Object> period,
            String of,
            String what,
            Monitoring.@Nullable Spread spread) {
        if (spread != null) {
            period.put(of + "Min" + what, spread.least());
            period.put(of + "Average" + what, spread.average());
            period.put(of + "Max" + what, spread.most());
            period.put(of + what + "StdDev", spread.deviation());
        }
    }
}
