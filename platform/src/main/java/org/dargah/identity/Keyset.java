package org.dargah.identity;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.function.BooleanSupplier;

/**
 * Keys in a file of the data folder, readable to the program alone. A copy of the database without
 * them tells nothing of what they seal.
 */
public final class Keyset {

    private static final int KEY_BYTES = 32;
    private static final int TAG_BYTES = 32;

    private Keyset() {}

    /**
     * Opens the keys, or makes them where nothing was sealed yet.
     *
     * @param used asked when the file is not there: true if something was sealed with it
     * @throws KeysetLost when the file is missing and something was
     */
    public static KeysetHandle open(Path file, Parameters fresh, BooleanSupplier used)
            throws GeneralSecurityException, IOException {
        AeadConfig.register();
        MacConfig.register();
        if (!Files.exists(file)) {
            if (used.getAsBoolean()) {
                throw new KeysetLost(file);
            }
            write(file, KeysetHandle.generateNew(fresh));
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file), InsecureSecretKeyAccess.get());
    }

    /** Of a keyed hash without Tink's prefix, so that one value has one index. */
    public static Parameters hmac() throws GeneralSecurityException {
        return HmacParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setHashType(HmacParameters.HashType.SHA256)
                .setVariant(HmacParameters.Variant.NO_PREFIX)
                .build();
    }

    /** Whole or not at all: a start that is killed here leaves no half key behind. */
    private static void write(Path file, KeysetHandle keys)
            throws GeneralSecurityException, IOException {
        Files.createDirectories(file.getParent());
        Path whole =
                Files.createTempFile(
                        file.getParent(),
                        "keys",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                whole,
                TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
