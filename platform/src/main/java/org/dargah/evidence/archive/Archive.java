package org.dargah.evidence.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.dargah.evidence.Opened;
import org.dargah.evidence.Place;
import org.dargah.evidence.note.Durable;
import org.dargah.evidence.tree.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of archived months: {@code 2026-10.jsonl.gz} holds a record a line, {@code
 * 2026-10.json} says what it is ({@link ArchivedMonth}). A month is there when the second file is.
 */
public final class Archive {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MONTH = ".json";

    private final Path folder;

    public Archive(Path folder) {
        this.folder = folder;
    }

    /** Hands over the next records, until it hands over none. */
    public interface Source {
        List<Opened> next();
    }

    /** Takes the records of a month one by one. */
    public interface Reader {
        void record(Opened opened) throws IOException;
    }

    /**
     * Writes the file of a month's records, in the place of one that was begun before.
     *
     * @return its SHA-256, hexadecimal
     */
    public String write(YearMonth month, Source records) throws IOException {
        Files.createDirectories(folder);
        Path draft = folder.resolve(month + ".new");
        MessageDigest digest = Hash.sha256();
        try (OutputStream file = Files.newOutputStream(draft);
                var hashed = new DigestOutputStream(file, digest);
                var packed = new GZIPOutputStream(hashed)) {
            for (List<Opened> some = records.next(); !some.isEmpty(); some = records.next()) {
                for (Opened one : some) {
                    packed.write(line(one).getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            Files.deleteIfExists(draft); // A full disk gets back what this took.
            throw e;
        }
        Durable.settle(draft, records(month));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String line(Opened opened) {
        Map<String, Object> said = new TreeMap<>();
        said.put("index", opened.place().index());
        said.put("id", opened.place().id().toString());
        said.put("at", opened.at().toString());
        said.put("salt", opened.saltBase64());
        said.put("record", Base64.getEncoder().encodeToString(opened.record()));
        return JSON.writeValueAsString(said) + "\n";
    }

    /** Says that the month is whole; returns the SHA-256 of what it said, hexadecimal. */
    public String close(ArchivedMonth month) throws IOException {
        String text = month.text();
        Durable.replace(folder.resolve(month.month() + MONTH), text);
        return hash(text);
    }

    /** What is said of each month, in the order of months. */
    public List<String> months() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            var texts = new ArrayList<String>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(MONTH)).sorted().toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    /** As a month names the one before. */
    public static String hash(String month) {
        return HexFormat.of()
                .formatHex(Hash.sha256().digest(month.getBytes(StandardCharsets.UTF_8)));
    }

    private Path records(YearMonth month) {
        return folder.resolve(month + ".jsonl.gz");
    }

    /** Whether the file of records is the one that was closed. */
    public boolean isAsClosed(ArchivedMonth month) throws IOException {
        MessageDigest digest = Hash.sha256();
        try (var file = Files.newInputStream(records(month.month()));
                var hashed = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            file.transferTo(hashed);
        }
        return HexFormat.of().formatHex(digest.digest()).equals(month.records());
    }

    /**
     * Reads a month's records in the order of the file.
     *
     * @throws IOException also when a line is no record
     */
    public void read(YearMonth month, Reader reader) throws IOException {
        try (var file = new GZIPInputStream(Files.newInputStream(records(month)));
                var lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.record(opened(line));
            }
        }
    }

    private static Opened opened(String line) throws IOException {
        try {
            JsonNode said = JSON.readTree(line);
            return new Opened(
                    new Place(
                            said.required("index").longValue(),
                            UUID.fromString(said.required("id").stringValue())),
                    Instant.parse(said.required("at").stringValue()),
                    Base64.getDecoder().decode(said.required("salt").stringValue()),
                    Base64.getDecoder().decode(said.required("record").stringValue()));
        } catch (RuntimeException e) {
            throw new IOException("a line of the archive is no record", e);
        }
    }
}
