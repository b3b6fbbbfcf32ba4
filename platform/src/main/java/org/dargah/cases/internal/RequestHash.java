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

    RequestHash(JsonMapper json) {
        this.json = json;
    }

    public String of(Filing.Application application) {
        String document =
                application.document() == null ? "" : application.document().text() + "\n";
        String content =
                application.service().code()
                        + "\n"
                        + document
                        + json.writeValueAsString(new TreeMap<>(application.answers()));
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
