package org.dargah.evidence.archive;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.dargah.evidence.tree.Hash;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is said of an archived month, in a file beside its records. Each one holds the hash of the
 * one before, and the root of the public log up to its last record.
 *
 * @param origin the log's name
 * @param month in UTC
 * @param from the first record's place in the log
 * @param until the place after the last
 * @param root of the log's first {@code until} entries
 * @param records SHA-256 of the file of records, hexadecimal
 * @param previous SHA-256 of the file that says this of the month before; null for the first
 */
public record ArchivedMonth(
        String origin,
        YearMonth month,
        long from,
        long until,
        Hash root,
        String records,
        @Nullable String previous) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** JSON with its members in the order of their names, and a line's end. */
    public String text() {
        Map<String, Object> said = new TreeMap<>();
        said.put("origin", origin);
        said.put("month", month.toString());
        said.put("from", from);
        said.put("until", until);
        said.put("root", root.base64());
        said.put("records", records);
        if (previous != null) {
            said.put("previous", previous);
        }
        return JSON.writeValueAsString(said) + "\n";
    }

    /**
     * @throws IllegalArgumentException when it is none
     */
    public static ArchivedMonth parse(String text) {
        try {
            JsonNode said = JSON.readTree(text);
            JsonNode previous = said.get("previous");
            return new ArchivedMonth(
                    said.required("origin").stringValue(),
                    YearMonth.parse(said.required("month").stringValue()),
                    said.required("from").longValue(),
                    said.required("until").longValue(),
                    Hash.parse(said.required("root").stringValue()).orElseThrow(),
                    said.required("records").stringValue(),
                    previous == null ? null : previous.stringValue());
        } catch (JacksonException | DateTimeException | NoSuchElementException e) {
            throw new IllegalArgumentException("This speaks of no archived month", e);
        }
    }
}
