package org.dargah.exchange.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The province's key under consents (Ed25519, RFC 8037), made on the first start. Its public half,
 * and those of keys before it, stay published.
 */
@Component
public final class ConsentKey {

    private static final JOSEObjectType TYPE = new JOSEObjectType("dargah-consent+jws");

    private final OctetKeyPair key;
    private final ConsentKeyTable table;
    private final Clock clock;

    ConsentKey(@Value("${dargah.data}") String data, ConsentKeyTable table, Clock clock) {
        Path file = Path.of(data, "keys", "consents.json");
        this.table = table;
        this.clock = clock;
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            this.key = OctetKeyPair.parse(Files.readString(file));
        } catch (IOException | JOSEException | ParseException e) {
            throw new IllegalStateException("The key of consents cannot be read: " + file, e);
        }
    }

    /** Whole or not at all: a start that is killed here leaves no half key behind. */
    private static void make(Path file) throws IOException, JOSEException {
        Files.createDirectories(file.getParent());
        Path whole =
                Files.createTempFile(
                        file.getParent(),
                        "consents",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, fresh().toJSONString());
        try (FileChannel disk = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            disk.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static OctetKeyPair fresh() throws JOSEException {
        return new OctetKeyPairGenerator(Curve.Ed25519)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.EdDSA)
                .keyIDFromThumbprint(true)
                .generate();
    }

    /** A JWS in compact form (RFC 7515); its key is published before it is used. */
    public String sign(byte[] content) {
        table.publish(key.getKeyID(), key.toPublicJWK().toJSONString(), clock.instant());
        try {
            var signed =
                    new JWSObject(
                            new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                                    .keyID(key.getKeyID())
                                    .type(TYPE)
                                    .build(),
                            new Payload(new String(content, StandardCharsets.UTF_8)));
            signed.sign(new Ed25519Signer(key));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JWK set of public halves. */
    public String published() {
        table.publish(key.getKeyID(), key.toPublicJWK().toJSONString(), clock.instant());
        return "{\"keys\":[" + String.join(",", table.published()) + "]}";
    }
}
