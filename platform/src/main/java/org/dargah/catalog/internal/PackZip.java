package org.dargah.catalog.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Unpacked;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pack from an uploaded zip. Nothing in it is trusted: neither the names, nor the sizes
 * that it declares, nor how much comes out of it.
 */
public final class PackZip {

    /** Packs are text; the largest of the house is a hundredth of this. */
    public static final int LARGEST_ZIP = 2 * 1024 * 1024;

    private static final long LARGEST_TOTAL = 4 * 1024 * 1024L;
    private static final String ZIP = "zip";

    private final List<Problem> problems = new ArrayList<>();
    private final TreeMap<String, String> files = new TreeMap<>();
    private long total;

    private PackZip() {}

    /** The files of the pack, or everything that is wrong with the zip. */
    public static Unpacked read(byte[] zip) {
        var read = new PackZip();
        if (zip.length > LARGEST_ZIP) {
            read.add(ZIP, "larger than " + LARGEST_ZIP / 1024 + " KiB");
        } else {
            read.open(zip);
        }
        return read.problems.isEmpty()
                ? new Unpacked.Files(read.files)
                : new Unpacked.Refused(read.problems);
    }

    private void open(byte[] bytes) {
        try (ZipFile zip =
                ZipFile.builder().setByteArray(bytes).setCharset(StandardCharsets.UTF_8).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            if (entries.size() > PackFolder.MOST_FILES) {
                add(ZIP, "more than " + PackFolder.MOST_FILES + " entries");
                return;
            }
            take(zip, entries);
            if (files.isEmpty() && problems.isEmpty()) {
                add(ZIP, "there is no file in this zip");
            }
        } catch (IOException | IllegalArgumentException e) {
            add(ZIP, "this is not a zip file, or it is damaged");
        }
    }

    private void take(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
        String folder = folder(entries);
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            String name = name(entry);
            if (name == null || isHarmful(entry, name)) {
                continue;
            }
            if (entry.isDirectory()) {
                continue;
            }
            String path = name.substring(folder.length());
            if (!names.add(path.toLowerCase(Locale.ROOT))) {
                add(path, "this file is in the zip twice");
            } else if (path.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                add(path, "a zip inside the zip is not opened; take it out");
            } else if (!PackFolder.ALLOWED.matcher(path).matches()) {
                add(path, "a pack does not hold such a file");
            } else if (!text(zip, entry, path)) {
                return;
            }
        }
    }

    /** Many programs put the folder itself into the zip, so one folder around all is left out. */
    private static String folder(List<ZipArchiveEntry> entries) {
        String first = entries.isEmpty() ? "" : entries.getFirst().getName();
        int slash = first.indexOf('/');
        if (slash <= 0) {
            return "";
        }
        String folder = first.substring(0, slash + 1);
        boolean around =
                !folder.equals("output/")
                        && !folder.equals("examples/")
                        && entries.stream().allMatch(e -> e.getName().startsWith(folder));
        return around ? folder : "";
    }

    private @Nullable String name(ZipArchiveEntry entry) {
        try {
            byte[] raw = entry.getRawName();
            if (raw != null) {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw));
            }
            return entry.getName();
        } catch (CharacterCodingException e) {
            add(printable(entry.getName()), "the name of this file is not UTF-8");
            return null;
        }
    }

    private boolean isHarmful(ZipArchiveEntry entry, String name) {
        int before = problems.size();
        byte[] raw = entry.getRawName();
        // The library turns backslashes of some systems round; what was sent is what counts.
        String sent = raw == null ? name : new String(raw, StandardCharsets.UTF_8);
        if (sent.indexOf('\\') >= 0) {
            add(printable(sent), "a path is written with / and not with \\");
        } else if (sent.startsWith("/") || sent.matches("[A-Za-z]:.*")) {
            add(printable(sent), "a path begins inside the pack and not with / or a drive");
        } else if (List.of(sent.split("/")).contains("..")
                || List.of(sent.split("/")).contains(".")) {
            add(printable(sent), "a path may not lead out of the pack by ..");
        } else if (sent.chars()
                .anyMatch(
                        c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.FORMAT)) {
            add(printable(sent), "a name may not hold control signs");
        } else if (entry.isUnixSymlink()) {
            add(sent, "a pack may not hold links");
        } else if (entry.getGeneralPurposeBit().usesEncryption()) {
            add(sent, "the zip may not be locked with a password");
        }
        return problems.size() > before;
    }

    private static String printable(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return clean.length() > 120 ? clean.substring(0, 120) + "…" : clean;
    }

    /** False when more came out of the zip than a pack may hold: nothing further is read. */
    private boolean text(ZipFile zip, ZipArchiveEntry entry, String path) throws IOException {
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            if (in == null) {
                add(path, "this file is packed in a way that is not known");
                return true;
            }
            bytes = in.readNBytes((int) PackFolder.LARGEST_FILE + 1);
        } catch (IOException e) {
            add(path, "this file is damaged in the zip");
            return true;
        }
        total += bytes.length;
        if (bytes.length > PackFolder.LARGEST_FILE) {
            add(path, "larger than " + PackFolder.LARGEST_FILE / 1024 + " KiB");
        } else if (total > LARGEST_TOTAL) {
            add(ZIP, "more than " + LARGEST_TOTAL / 1024 + " KiB come out of this zip");
        } else {
            keep(path, bytes);
        }
        return total <= LARGEST_TOTAL;
    }

    private void keep(String path, byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                add(path, "this is not a text file");
                return;
            }
            // A mark that some editors of Windows write before the first letter.
            files.put(path, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            add(path, "not UTF-8");
        }
    }

    private void add(String file, String what) {
        problems.add(Problem.of(file, what));
    }
}
