package org.dargah.evidence.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A log as files, such as somebody's copy of it. */
record FolderLog(Path folder) implements LogSource {

    @Override
    public Optional<byte[]> get(String path) throws IOException {
        Path file = folder.resolve(path);
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }
}
