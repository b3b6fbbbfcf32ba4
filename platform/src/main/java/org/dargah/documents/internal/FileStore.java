package org.dargah.documents.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in a folder, each under its SHA-256, readable by the program's owner only. A file is on the
 * disk, with its name, before the call returns; the same bytes twice are one file. Elsewhere this
 * one class would speak to an object store.
 */
public final class FileStore {

    /** How many first bytes are enough to tell a file's kind. */
    static final int HEAD = 16;

    private final Path folder;
    private final Path incoming;

    public FileStore(Path folder) {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
        makeIncoming();
    }

    /** Also where the web server lays what browsers send, until it was read. */
    private void makeIncoming() {
        try {
            Files.createDirectories(
                    incoming,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of arriving files cannot be made", e);
        }
    }

    /** Bytes that arrived but have no name yet; {@link #keep} or {@link #drop} them. */
    public record Arrived(Path draft, Sha256 sha256, long size, @Nullable FileKind kind) {}

    /** Takes at most {@code limit + 1} bytes, so that the size tells when there were more. */
    public Arrived take(InputStream in, long limit) {
        Path draft = incoming.resolve(UUID.randomUUID().toString());
        makeIncoming();
        try {
            return copy(in, draft, limit);
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be taken in", e);
        }
    }

    private static Arrived copy(InputStream in, Path draft, long limit) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] head = {};
        long size = 0;
        byte[] block = new byte[64 * 1024];
        try (FileChannel disk =
                FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int n = in.readNBytes(block, 0, block.length);
                    n > 0 && size <= limit;
                    n = in.readNBytes(block, 0, block.length)) {
                if (size == 0) {
                    head = Arrays.copyOf(block, Math.min(n, HEAD));
                }
                digest.update(block, 0, n);
                ByteBuffer rest = ByteBuffer.wrap(block, 0, n);
                while (rest.hasRemaining()) {
                    disk.write(rest);
                }
                size += n;
            }
            disk.force(true);
        }
        return new Arrived(draft, Sha256.ofBytes(digest.digest()), size, FileKind.of(head));
    }

    public void keep(Arrived arrived) {
        Path file = file(arrived.sha256);
        try {
            Path shelf = Files.createDirectories(shelf(arrived.sha256));
            Files.move(arrived.draft, file, StandardCopyOption.ATOMIC_MOVE);
            force(shelf);
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be kept", e);
        }
    }

    public void drop(Arrived arrived) {
        try {
            Files.deleteIfExists(arrived.draft);
        } catch (IOException e) {
            throw new UncheckedIOException("a refused file could not be removed", e);
        }
    }

    /** Keeps bytes that the program made itself. */
    public Sha256 keep(byte[] content) {
        Arrived arrived = take(new ByteArrayInputStream(content), content.length);
        keep(arrived);
        return arrived.sha256;
    }

    /** Throws when the bytes are gone or are not what was kept: a broken disk, not an outcome. */
    public byte[] read(Sha256 sha256) {
        Path file = file(sha256);
        try {
            byte[] content = Files.readAllBytes(file);
            if (!Sha256.of(content).equals(sha256)) {
                throw new IllegalStateException("the kept file " + file + " is damaged");
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("the kept file " + file + " is gone", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a kept file could not be read", e);
        }
    }

    void remove(Sha256 sha256) {
        try {
            Files.deleteIfExists(file(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("a kept file could not be removed", e);
        }
    }

    /** What was kept before a moment, shelf by shelf, so that a large store needs little memory. */
    void eachShelf(Instant before, Consumer<List<Sha256>> use) {
        for (Path shelf : below(folder)) {
            if (!shelf.equals(incoming)) {
                List<Sha256> old =
                        below(shelf).stream()
                                .filter(file -> isOlder(file, before))
                                .map(file -> String.valueOf(file.getFileName()))
                                .filter(Sha256::isOne)
                                .map(Sha256::new)
                                .toList();
                if (!old.isEmpty()) {
                    use.accept(old);
                }
            }
        }
    }

    /** Drafts of uploads that broke off. */
    void forgetDrafts(Instant before) {
        for (Path draft : below(incoming)) {
            if (isOlder(draft, before)) {
                drop(new Arrived(draft, Sha256.of(new byte[0]), 0, null));
            }
        }
    }

    private static List<Path> below(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a shelf could not be listed", e);
        }
    }

    private static boolean isOlder(Path file, Instant moment) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("a kept file could not be looked at", e);
        }
    }

    private Path file(Sha256 sha256) {
        return shelf(sha256).resolve(sha256.hex());
    }

    private Path shelf(Sha256 sha256) {
        return folder.resolve(sha256.hex().substring(0, 2));
    }

    /** A rename is on the disk only once its folder is. */
    private static void force(Path directory) throws IOException {
        try (FileChannel disk = FileChannel.open(directory, StandardOpenOption.READ)) {
            disk.force(true);
        }
    }
}
