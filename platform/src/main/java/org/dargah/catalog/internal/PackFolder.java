package org.dargah.catalog.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dargah.catalog.Problem;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ServiceCode;

/** Reads a pack from its folder. Agencies write packs, so nothing in it is trusted. */
public final class PackFolder {

    /** What was found: a pack, or why it cannot be one. */
    public sealed interface Reading {
        record Read(Pack pack) implements Reading {}

        record Unreadable(String name, List<Problem> problems) implements Reading {}
    }

    static final int MOST_FILES = 120;
    static final long LARGEST_FILE = 512 * 1024L;
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?=[^/]{1,60}/[^/]{1,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final Pattern ALLOWED =
            Pattern.compile(
                    "service\\.yaml|form\\.json|eligibility\\.dmn|fees\\.dmn|process\\.bpmn"
                            + "|messages_en\\.properties|output/[a-z][a-z0-9-]*\\.xhtml"
                            + "|examples/[a-z0-9][a-z0-9-]*\\.yaml");
    static final List<String> NEEDED =
            List.of(Pack.CARD, Pack.FORM, Pack.ELIGIBILITY, Pack.FEES, Pack.PROCESS, Pack.ENGLISH);

    private PackFolder() {}

    /** Every pack below {@code services/}: one folder an agency, one folder a service. */
    public static List<Reading> readAll(Path services) {
        var readings = new ArrayList<Reading>();
        for (Path agency : folders(services)) {
            for (Path service : folders(agency)) {
                readings.add(read(service));
            }
        }
        return readings;
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                    .filter(child -> !nameOf(child).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The service packs cannot be read: " + parent, e);
        }
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    public static Reading read(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        String name = (parent == null ? "" : nameOf(parent)) + "/" + nameOf(absolute);
        var problems = new ArrayList<Problem>();
        SortedMap<String, String> files = files(absolute, problems);
        missing(files, problems);
        if (!PLACE.matcher(name).matches()) {
            problems.add(
                    Problem.of(
                            name,
                            "the folders must be named agency/service in lower-case words with"
                                    + " hyphens"));
        }
        return problems.isEmpty()
                ? new Reading.Read(pack(name, files))
                : new Reading.Unreadable(name, problems);
    }

    private static void missing(SortedMap<String, String> files, List<Problem> problems) {
        for (String needed : NEEDED) {
            if (!files.containsKey(needed)
                    && problems.stream().noneMatch(p -> p.file().equals(needed))) {
                problems.add(Problem.of(needed, "this file is missing"));
            }
        }
    }

    /** What is wrong with files that came by another way than a folder. */
    public static List<Problem> structure(SortedMap<String, String> files) {
        var problems = new ArrayList<Problem>();
        if (files.size() > MOST_FILES) {
            problems.add(Problem.of("zip", "more than " + MOST_FILES + " entries"));
        }
        files.forEach(
                (path, text) -> {
                    if (!isAllowed(path)) {
                        problems.add(Problem.of(path, "a pack does not hold such a file"));
                    } else if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_FILE) {
                        problems.add(
                                Problem.of(path, "larger than " + LARGEST_FILE / 1024 + " KiB"));
                    }
                });
        missing(files, problems);
        return problems;
    }

    public static boolean isAllowed(String path) {
        return ALLOWED.matcher(path).matches();
    }

    public static boolean isNeeded(String path) {
        return NEEDED.contains(path);
    }

    private static Pack pack(String name, SortedMap<String, String> files) {
        String[] parts = name.split("/", 2);
        return new Pack(new AgencyCode(parts[0]), new ServiceCode(parts[1]), files);
    }

    private static SortedMap<String, String> files(Path folder, List<Problem> problems) {
        var files = new TreeMap<String, String>();
        for (Path file : everything(folder)) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (Files.isSymbolicLink(file)) {
                problems.add(Problem.of(path, "a pack may not hold links"));
            } else if (!ALLOWED.matcher(path).matches()) {
                problems.add(Problem.of(path, "a pack does not hold such a file"));
            } else {
                text(file, path, problems, files);
            }
        }
        return files;
    }

    private static List<Path> everything(Path folder) {
        try (Stream<Path> found = Files.walk(folder, 3)) {
            return found.filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The pack cannot be read: " + folder, e);
        }
    }

    private static void text(
            Path file, String path, List<Problem> problems, SortedMap<String, String> files) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                problems.add(Problem.of(path, "larger than " + LARGEST_FILE / 1024 + " KiB"));
                return;
            }
            files.put(
                    path,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString());
        } catch (CharacterCodingException e) {
            problems.add(Problem.of(path, "not UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException("The pack cannot be read: " + file, e);
        }
    }
}
