package org.dargah.evidence.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dargah.evidence.EvidenceSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether the disk with the data has room for more evidence. What comes when there is less is
 * refused, while the database can still write: a PostgreSQL whose log finds no room falls down, and
 * takes with it what has nothing to do with evidence.
 */
@Component
final class Room {

    private final FileStore disk;
    private final long least;

    Room(EvidenceSettings settings, @Value("${dargah.data}") Path data) {
        this.least = settings.room().toBytes();
        try {
            this.disk = Files.getFileStore(Files.createDirectories(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isThere() {
        try {
            return disk.getUsableSpace() >= least;
        } catch (IOException e) {
            throw new UncheckedIOException("The disk does not tell how much room it has", e);
        }
    }
}
