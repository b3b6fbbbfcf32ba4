package org.dargah.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One program a data folder. The lock goes with the process, however it ends. */
public final class FolderLock implements AutoCloseable {

    private final FileChannel held;

    private FolderLock(FileChannel held) {
        this.held = held;
    }

    /**
     * @throws FolderInUse when another program holds the folder
     */
    public static FolderLock on(Path folder) throws IOException, FolderInUse {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!locks(channel)) {
            channel.close();
            throw new FolderInUse(folder);
        }
        return new FolderLock(channel);
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisVeryProgram) {
            return false;
        }
    }

    boolean isHeld() {
        return held.isOpen();
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
