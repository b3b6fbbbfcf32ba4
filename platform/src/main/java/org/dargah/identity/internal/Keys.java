package org.dargah.identity.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.dargah.identity.Keyset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals identifiers and makes blind indexes of them. The keys lie in the data folder, readable to
 * the program alone; a copy of the database without them tells no national id.
 */
@Component
public final class Keys {

    private final Aead seal;
    private final Mac index;

    public Keys(@Value("${dargah.data}") String data) {
        Path folder = Path.of(data, "keys");
        try {
            this.seal =
                    Keyset.open(
                                    folder.resolve("identity-seal.json"),
                                    PredefinedAeadParameters.AES256_GCM,
                                    () -> false)
                            .getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.index =
                    Keyset.open(folder.resolve("identity-index.json"), Keyset.hmac(), () -> false)
                            .getPrimitive(RegistryConfiguration.get(), Mac.class);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The keys of identity cannot be read", e);
        }
    }

    /**
     * @param place the row and column, so that a sealed value moved to another row does not open
     */
    byte[] seal(String value, String place) {
        try {
            return seal.encrypt(bytes(value), bytes(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String open(byte[] sealed, String place) {
        try {
            return new String(seal.decrypt(sealed, bytes(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed value does not open: " + place, e);
        }
    }

    /**
     * Equal for equal values of a kind, and tells nothing without the key.
     *
     * @param kind so that the same digits as a mobile and as a code have different indexes
     */
    byte[] index(String kind, String value) {
        try {
            return index.computeMac(bytes(kind + "\n" + value));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
