package org.dargah.evidence.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dargah.evidence.EvidenceSettings;
import org.dargah.evidence.note.KeyType;
import org.dargah.evidence.note.SigningKey;
import org.dargah.kernel.Province;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key with which the log signs its checkpoints; its name is the log's origin. Made once. When
 * checkpoints were signed and the key is missing, the start stops: another key would make another
 * log.
 */
@Component
public final class LogKey {

    private final SigningKey key;

    public LogKey(
            EvidenceSettings settings,
            CheckpointRows checkpoints,
            @Value("${dargah.data}") Path data,
            @Value("${dargah.province}") String province) {
        Path file = data.resolve("keys").resolve("evidence-log.key");
        try {
            if (Files.notExists(file)) {
                if (checkpoints.newest(new Province(province)).isPresent()) {
                    throw new LogKeyLost(file);
                }
                String origin = settings.origin();
                SigningKey.make(
                                origin == null ? "dargah/" + province + "/evidence" : origin,
                                KeyType.NOTE)
                        .keep(file);
            }
            this.key = SigningKey.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SigningKey key() {
        return key;
    }

    public String origin() {
        return key.verifier().name();
    }
}
