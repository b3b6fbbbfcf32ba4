package org.dargah.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's own programs, unpacked once for each user of the machine from the jar on the class
 * path.
 */
final class Programs {

    private static final int OWNER_EXECUTES = 0100;

    private final Path folder;

    private Programs(Path folder) {
        this.folder = folder;
    }

    static Programs unpacked() throws IOException {
        Path folder = cache().resolve("postgres-" + version());
        if (Files.notExists(folder)) {
            unpackInto(folder);
        }
        return new Programs(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** A private folder: under a shared one, another user could put programs there before us. */
    private static Path cache() throws IOException {
        String home = System.getenv("XDG_CACHE_HOME");
        Path base =
                home == null || home.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(home);
        Files.createDirectories(base);
        Path own = base.resolve("dargah");
        if (Files.notExists(own)) {
            Files.createDirectories(
                    own,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        return own;
    }

    private static String version() throws IOException {
        try (InputStream archive = archive()) {
            return Integer.toHexString(Arrays.hashCode(archive.readAllBytes()));
        }
    }

    private static InputStream archive() throws IOException {
        String system =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
                        ? "darwin"
                        : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + system + "-" + machine + ".txz";
        InputStream found = Programs.class.getResourceAsStream(name);
        if (found == null) {
            throw new IOException(
                    "No embedded PostgreSQL for this machine ("
                            + name
                            + "): start with --db URL instead.");
        }
        return found;
    }

    private static void unpackInto(Path folder) throws IOException {
        Path draft = Files.createTempDirectory(folder.getParent(), "unpacking");
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(tar, entry, draft);
            }
        }
        moveUnlessThere(draft, folder);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path draft)
            throws IOException {
        Path target = draft.resolve(entry.getName()).normalize();
        if (!target.startsWith(draft)) {
            throw new IOException("An entry leaves the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(target, permissions);
        }
    }

    /** Two first starts at once: the slower one throws its copy away. */
    private static void moveUnlessThere(Path draft, Path folder) throws IOException {
        try {
            Files.move(draft, folder);
        } catch (java.nio.file.FileSystemException e) {
            if (Files.notExists(folder)) {
                throw e;
            }
            delete(draft);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Programs::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
