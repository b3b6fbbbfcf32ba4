package org.dargah.evidence;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param origin the log's name, taken once, when its key is made; by default {@code
 *     dargah/IR-08/evidence} with the province's own code
 * @param every the shortest time between two checkpoints
 * @param witnesses who is asked to cosign each checkpoint
 * @param witnessPatience how long a checkpoint waits for them
 * @param room free space on the disk with the data, below which no evidence is taken and so no
 *     question answered
 */
@ConfigurationProperties("dargah.evidence")
public record EvidenceSettings(
        @Nullable String origin,
        @DefaultValue("400ms") Duration every,
        @DefaultValue List<WitnessAddress> witnesses,
        @DefaultValue("400ms") Duration witnessPatience,
        @DefaultValue("128MB") DataSize room) {

    /**
     * @param url without {@code /add-checkpoint}
     * @param key its verifier key
     */
    public record WitnessAddress(URI url, String key) {}
}
