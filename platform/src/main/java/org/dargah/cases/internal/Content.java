package org.dargah.cases.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.dargah.cases.CaseFile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hash of what an application says, so that a signature holds for exactly that. It is keyed:
 * whoever knows all but one number of it cannot try them out.
 */
@Component
public class Content {

    private final JsonMapper json;
    private final Seal seal;

    Content(JsonMapper json, Seal seal) {
        this.seal = seal;
        this.json = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    }

    /**
     * @param file as the database has it
     */
    public byte[] hash(CaseFile file) {
        return seal.index(said(file));
    }

    private String said(CaseFile file) {
        return json.writeValueAsString(
                Map.of("version", file.version().toString(), "answers", file.answers()));
    }

    /** As it was before hashes had a key. */
    byte[] plainHash(CaseFile file) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(said(file).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
