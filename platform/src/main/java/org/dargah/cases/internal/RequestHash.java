package org.dargah.cases.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.dargah.cases.Filing;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether a program sends with one key what it sent before; for whom is compared apart. */
@Component
public class RequestHash {

    private final JsonMapper json;
    private final Seal seal;

    RequestHash(JsonMapper json, Seal seal) {
        this.json = json;
        this.seal = seal;
    }

    /** Keyed: of short answers a plain hash would tell what they are. */
    public String of(Filing.Application application) {
        return HexFormat.of().formatHex(seal.index(content(application)));
    }

    /**
     * @param hash as it was kept, perhaps before hashes had a key
     */
    public boolean matches(String hash, Filing.Application application) {
        return hash.equals(of(application)) || hash.equals(plain(content(application)));
    }

    private String content(Filing.Application application) {
        String document =
                application.document() == null ? "" : application.document().text() + "\n";
        return application.service().code()
                + "\n"
                + document
                + json.writeValueAsString(new TreeMap<>(application.answers()));
    }

    private static String plain(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
