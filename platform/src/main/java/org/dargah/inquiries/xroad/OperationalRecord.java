package org.dargah.inquiries.xroad;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dargah.exchange.Failure;
import org.dargah.exchange.Inquiry.Outcome;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Monitoring.Observed;
import org.dargah.exchange.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One question in the schema of X-Road's operational data. The exchange stands on both sides, so
 * each question is one record and not two.
 */
record OperationalRecord(
        Identifier client, @Nullable Identifier service, Map<String, Object> fields) {

    static final String SERVICE_TYPE = "REST";

    static final Set<String> NAMES =
            Set.of(
                    "monitoringDataTs",
                    "securityServerInternalIp",
                    "securityServerType",
                    "requestInTs",
                    "responseOutTs",
                    "clientXRoadInstance",
                    "clientMemberClass",
                    "clientMemberCode",
                    "clientSubsystemCode",
                    "serviceXRoadInstance",
                    "serviceMemberClass",
                    "serviceMemberCode",
                    "serviceSubsystemCode",
                    "serviceCode",
                    "representedPartyClass",
                    "representedPartyCode",
                    "messageId",
                    "messageProtocolVersion",
                    "requestSize",
                    "responseSize",
                    "succeeded",
                    "serviceType",
                    "faultCode",
                    "faultString",
                    "statusCode");

    /**
     * @param service null when it asked for one that is not declared
     */
    static OperationalRecord of(
            Observed observed, Identifier client, @Nullable Identifier service, String address) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("monitoringDataTs", observed.askedAt().getEpochSecond());
        told.put("securityServerInternalIp", address);
        told.put("securityServerType", "Producer");
        told.put("requestInTs", observed.askedAt().toEpochMilli());
        told.put("responseOutTs", observed.askedAt().plus(observed.took()).toEpochMilli());
        put(told, "client", client);
        if (service != null) {
            put(told, "service", service);
            told.put("serviceCode", service.part(4));
        }
        party(told, observed.party());
        put(told, "messageId", observed.message());
        put(told, "messageProtocolVersion", observed.manner() == Manner.RECORD ? "r1" : null);
        put(told, "requestSize", observed.requestBytes());
        put(told, "responseSize", observed.answerBytes());
        told.put("succeeded", observed.isSuccess());
        told.put("serviceType", SERVICE_TYPE);
        put(told, "faultCode", fault(observed));
        put(told, "faultString", observed.reason());
        put(told, "statusCode", status(observed));
        return new OperationalRecord(client, service, told);
    }

    private static void put(Map<String, Object> told, String side, Identifier id) {
        told.put(side + "XRoadInstance", id.part(0));
        told.put(side + "MemberClass", id.part(1));
        told.put(side + "MemberCode", id.part(2));
        told.put(side + "SubsystemCode", id.part(3));
    }

    private static void put(Map<String, Object> told, String name, @Nullable Object value) {
        if (value != null) {
            told.put(name, value);
        }
    }

    private static void party(Map<String, Object> told, @Nullable String party) {
        if (party != null) {
            int slash = party.indexOf('/');
            put(told, "representedPartyClass", slash < 0 ? null : party.substring(0, slash));
            told.put("representedPartyCode", party.substring(slash + 1));
        }
    }

    /** The exchange's own faults; what a registry itself refused has a status instead. */
    private static @Nullable String fault(Observed observed) {
        String reason = observed.reason();
        if (reason == null) {
            return null;
        }
        return switch (observed.outcome()) {
            case KNOWN, NOT_FOUND -> null;
            case UNREACHABLE ->
                    (reason.equals(Failure.NO_CONNECTION.name())
                                    ? Fault.NETWORK_ERROR
                                    : Fault.SERVICE_FAILED)
                            .type();
            case REFUSED ->
                    Arrays.stream(Refusal.values())
                            .filter(it -> it.name().equals(reason))
                            .filter(it -> it != Refusal.REFUSED_BY_REGISTRY)
                            .findFirst()
                            .map(it -> Fault.of(it).type())
                            .orElse(null);
        };
    }

    private static @Nullable Integer status(Observed observed) {
        String reason = observed.reason();
        if (reason != null && reason.matches("HTTP_\\d{3}")) {
            return Integer.valueOf(reason.substring(5));
        }
        return observed.outcome() == Outcome.KNOWN
                ? Integer.valueOf(200)
                : observed.outcome() == Outcome.NOT_FOUND ? Integer.valueOf(404) : null;
    }

    /** True when the named client asked or was asked; an empty name means everybody. */
    boolean concerns(String name) {
        return name.isEmpty()
                || client.toString().equals(name)
                || (service != null && service.toString().startsWith(name + "/"));
    }

    Map<String, Object> only(Set<String> names) {
        return names.isEmpty()
                ? fields
                : fields.entrySet().stream()
                        .filter(field -> names.contains(field.getKey()))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (one, other) -> one,
                                        LinkedHashMap::new));
    }
}
