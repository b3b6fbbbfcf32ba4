package org.dargah.catalog.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dargah.catalog.VersionId;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ServiceCode;

/**
 * The files of one service pack, all of them text.
 *
 * @param files by their path inside the pack
 */
public record Pack(AgencyCode agency, ServiceCode code, SortedMap<String, String> files) {

    public static final String CARD = "service.yaml";
    public static final String FORM = "form.json";
    public static final String ELIGIBILITY = "eligibility.dmn";
    public static final String FEES = "fees.dmn";
    public static final String PROCESS = "process.bpmn";
    public static final String ENGLISH = "messages_en.properties";

    public Pack {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** As the folder is called: agency/service. */
    public String name() {
        return agency + "/" + code;
    }

    public String file(String path) {
        return files.getOrDefault(path, "");
    }

    /** The content decides the id: a UUID of version 8 (RFC 9562) from its SHA-256. */
    public VersionId version() {
        MessageDigest digest = sha256();
        add(digest, agency.value());
        add(digest, code.value());
        files.forEach(
                (path, text) -> {
                    add(digest, path);
                    add(digest, text);
                });
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new VersionId(new UUID(high, low));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its length before it, so that no two packs read as the same bytes. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    /** As it is kept in the database. */
    public byte[] zipped() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #zipped} wrote; nothing else may be given to it. */
    static Pack unzipped(AgencyCode agency, ServiceCode code, byte[] bytes) {
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Pack(agency, code, files);
    }
}
