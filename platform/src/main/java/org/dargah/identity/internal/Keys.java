package org.dargah.identity.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals identifiers and makes blind indexes of them. The keys lie in the data folder, readable to
 * the program alone; a copy of the database without them tells no national id.
 */
@Component
public final class Keys {

    private static final int KEY_BYTES = 32;
    private static final int TAG_BYTES = 32;

    private final Aead seal;
    private final Mac index;

    public Keys(@Value("${dargah.data}") String data) {
        Path folder = Path.of(data, "keys");
        try {
            AeadConfig.register();
            MacConfig.register();
            this.seal =
                    load(folder.resolve("identity-seal.json"), PredefinedAeadParameters.AES256_GCM)
                            .getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.index =
                    load(folder.resolve("identity-index.json"), hmac())
                            .getPrimitive(RegistryConfiguration.get(), Mac.class);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The keys of identity cannot be read", e);
        }
    }

    /** Without Tink's prefix, so that one value has one index. */
    private static Parameters hmac() throws GeneralSecurityException {
        return HmacParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setHashType(HmacParameters.HashType.SHA256)
                .setVariant(HmacParameters.Variant.NO_PREFIX)
                .build();
    }

    private static KeysetHandle load(Path file, Parameters fresh)
            throws GeneralSecurityException, IOException {
        if (!Files.exists(file)) {
            write(file, KeysetHandle.generateNew(fresh));
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file), InsecureSecretKeyAccess.get());
    }

    /** Whole or not at all: a start that is killed here leaves no half key behind. */
    private static void write(Path file, KeysetHandle keys)
            throws GeneralSecurityException, IOException {
        Files.createDirectories(file.getParent());
        Path whole =
                Files.createTempFile(
                        file.getParent(),
                        "identity",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                whole,
                TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
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
