package org.dargah.exchange.internal;

import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Inquiry;
import org.dargah.exchange.Occasion;
import org.dargah.exchange.Organisation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of a question: JSON with its members in the order of their names and without spaces,
 * so that the same question always gives the same bytes. Values of fields stand in it nowhere, and
 * numbers of people only as keyed hashes.
 */
final class EvidenceRecord {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EvidenceRecord() {}

    static byte[] of(InquiryRepository.Row row) {
        Inquiry inquiry = row.inquiry();
        Map<String, Object> said = new TreeMap<>();
        said.put("id", inquiry.id().toString());
        said.put("askedAt", inquiry.askedAt().toString());
        said.put("tookMs", inquiry.took().toMillis());
        said.put("registry", inquiry.registry());
        said.put("agency", inquiry.agency().value());
        said.put("actor", inquiry.actor().toString());
        said.put("channel", row.asked().caller().channel().name());
        said.put("purpose", inquiry.purpose().code());
        said.put("fields", inquiry.fields());
        said.put("outcome", inquiry.outcome().name());
        said.put("requestHash", HexFormat.of().formatHex(row.ending().asked()));
        said.put("answerHash", HexFormat.of().formatHex(row.ending().answered()));
        put(said, "reason", inquiry.reason());
        put(said, "keptSince", inquiry.keptSince());
        put(said, "caseId", inquiry.caseId());
        put(said, "condition", inquiry.condition());
        AccessRight right = row.asked().right();
        if (right != null) {
            put(said, "right", right.id());
            put(said, "holder", right.isShared() ? right.client() : null);
        }
        put(said, "consent", row.asked().consent());
        put(said, "person", hex(row.tags().person()));
        put(said, "user", hex(row.tags().user()));
        row.asked().program().ifPresent(program -> put(said, program));
        row.asked().lookUp().ifPresent(occasion -> put(said, occasion));
        return JSON.writeValueAsBytes(said);
    }

    private static void put(Map<String, Object> said, Organisation program) {
        said.put("client", program.client());
        said.put("manner", program.manner().name());
        put(said, "message", program.message());
        put(said, "issue", program.issue());
        put(said, "party", program.party());
    }

    private static void put(Map<String, Object> said, Occasion occasion) {
        said.put("manner", occasion.manner().name());
        said.put("issue", occasion.issue());
    }

    private static void put(Map<String, Object> said, String name, @Nullable Object value) {
        if (value != null) {
            said.put(name, value instanceof Integer ? value : Objects.toString(value));
        }
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
