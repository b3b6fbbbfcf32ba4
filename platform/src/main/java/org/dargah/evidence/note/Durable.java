package org.dargah.evidence.note;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Small files that are still there after the power went: each write reaches the disk. */
public final class Durable {

    private Durable() {}

    /** Takes the place of what was there, whole or not at all. */
    public static void replace(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        write(draft, text);
        move(draft, file);
    }

    static void write(Path file, String text) throws IOException {
        try (FileChannel disk =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                disk.write(bytes);
            }
            disk.force(true);
        }
    }

    /** The same for a draft that somebody else has written. */
    public static void settle(Path draft, Path file) throws IOException {
        try (FileChannel disk = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            disk.force(true);
        }
        move(draft, file);
    }

    /** The folder is written too, since it holds the name. */
    static void move(Path draft, Path file) throws IOException {
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder =
                FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
