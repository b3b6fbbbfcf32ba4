package org.dargah.prove;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The tracking codes that the program acknowledged, each on the disk before the next is asked for.
 */
final class Acknowledged implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    Acknowledged(Path file) throws IOException {
        this.file = file;
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    synchronized void keep(String code) throws IOException {
        channel.write(ByteBuffer.wrap((code + "\n").getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
    }

    List<String> all() throws IOException {
        return Files.readAllLines(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
