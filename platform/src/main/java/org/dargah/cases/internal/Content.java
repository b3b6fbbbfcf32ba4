package org.dargah.cases.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.dargah.cases.CaseFile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The hash of what an application says, so that a signature holds for exactly that. */
@Component
public class Content {

    private final JsonMapper json;

    Content(JsonMapper json) {
        this.json = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    }

    /**
     * @param file as the database has it
     */
    public byte[] hash(CaseFile file) {
        Map<String, Object> said =
                Map.of("version", file.version().toString(), "answers", file.answers());
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(json.writeValueAsString(said).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
