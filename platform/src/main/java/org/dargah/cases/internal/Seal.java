package org.dargah.cases.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.BooleanSupplier;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.dargah.identity.Keyset;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals what people answer and what registries say of them, so that the database tells no national
 * id, mobile or Sheba. What was written before there was a seal is read as it stands.
 */
@Component
public final class Seal {

    /** The one name in a sealed document; no question can be called so. */
    private static final String BEGIN = "{\"$sealed\":";

    private static final String ANY =
            """
            select exists (select 1 from cases.case_file where jsonb_exists(answers, '$sealed'))
            """;

    private final Aead seal;
    private final Mac index;

    @Autowired
    Seal(@Value("${dargah.data}") String data, JdbcClient jdbc) {
        this(Path.of(data, "keys"), () -> jdbc.sql(ANY).query(Boolean.class).single());
    }

    /**
     * @param used true if something in the database is sealed
     */
    Seal(Path folder, BooleanSupplier used) {
        try {
            this.seal =
                    Keyset.open(
                                    folder.resolve("cases-seal.json"),
                                    PredefinedAeadParameters.AES256_GCM,
                                    used)
                            .getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.index =
                    Keyset.open(folder.resolve("cases-index.json"), Keyset.hmac(), used)
                            .getPrimitive(RegistryConfiguration.get(), Mac.class);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The keys of cases cannot be read", e);
        }
    }

    /**
     * @param json a document of any length
     * @param place the row and column: moved to another one, it does not open
     * @return a document that holds nothing but what was sealed
     */
    String seal(String json, String place) {
        try {
            byte[] sealed = seal.encrypt(packed(json), bytes(place));
            return BEGIN + "\"" + Base64.getEncoder().encodeToString(sealed) + "\"}";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String open(String stored, String place) {
        if (!isSealed(stored)) {
            return stored;
        }
        int from = stored.indexOf('"', BEGIN.length()) + 1;
        byte[] sealed = Base64.getDecoder().decode(stored.substring(from, stored.length() - 2));
        try {
            return unpacked(seal.decrypt(sealed, bytes(place)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed document does not open: " + place, e);
        }
    }

    static boolean isSealed(String stored) {
        return stored.startsWith(BEGIN);
    }

    /** Equal for equal texts, and tells nothing of them without the key. */
    byte[] index(String text) {
        try {
            return index.computeMac(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database cannot press what it cannot read. */
    private static byte[] packed(String text) {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static String unpacked(byte[] packed) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
