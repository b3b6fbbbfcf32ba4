package org.dargah.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that signs tokens. RSA, since a token is checked thousands of times for each time that it
 * is signed.
 */
@Component
final class TokenKey {

    private static final int BITS = 2048;

    private final RSAKey key;

    TokenKey(@Value("${dargah.data}") String data) {
        Path file = Path.of(data, "keys", "api-tokens.json");
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(
                        file,
                        new RSAKeyGenerator(BITS)
                                .keyIDFromThumbprint(true)
                                .generate()
                                .toJSONString());
            }
            this.key = RSAKey.parse(Files.readString(file));
        } catch (IOException | JOSEException | ParseException e) {
            throw new IllegalStateException("The key of API tokens cannot be read: " + file, e);
        }
    }

    RSAKey key() {
        return key;
    }
}
