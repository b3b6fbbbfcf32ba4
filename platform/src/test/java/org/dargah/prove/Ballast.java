package org.dargah.prove;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What somebody else puts on the disk until there is no room. */
final class Ballast {

    private static final byte[] PIECE = new byte[16 << 10];

    private final Path file;
    private final FileStore disk;
    private long left;

    Ballast(Path file, FileStore disk) {
        this.file = file;
        this.disk = disk;
    }

    /** Until only so many bytes are free. */
    void leave(long bytes) throws IOException {
        left = bytes;
        again();
    }

    /** As far as before, should room have come since. */
    void again() throws IOException {
        try (OutputStream out =
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (disk.getUsableSpace() > left) {
                out.write(PIECE);
            }
        } catch (IOException full) {
            if (disk.getUsableSpace() > PIECE.length) {
                throw full;
            }
        }
    }

    void drop() throws IOException {
        Files.deleteIfExists(file);
    }
}
