package org.dargah.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.dargah.identity.ProofFault;
import org.jspecify.annotations.Nullable;

/** Reads what administrators paste: public keys, certificate requests, certificates. */
final class KeyText {

    private static final int LONGEST = 16 * 1024;
    private static final int LEAST_RSA = 2048;

    /** Checking a signature of a longer one would cost us more than anybody gains. */
    private static final int MOST_RSA = 8192;

    private KeyText() {}

    /** What was found in a text. */
    sealed interface Found {

        record Key(PublicKey key) implements Found {}

        /** A request whose sender holds the private key. */
        record Request(PublicKey key) implements Found {}

        record Certificate(X509Certificate certificate) implements Found {}

        record Wrong(ProofFault why) implements Found {}
    }

    static Found read(String text) {
        String plain = text.strip();
        if (plain.length() > LONGEST) {
            return new Found.Wrong(ProofFault.UNREADABLE);
        }
        try {
            return plain.startsWith("{") ? jwk(plain) : pem(plain);
        } catch (IOException
                | GeneralSecurityException
                | ParseException
                | JOSEException
                | OperatorCreationException
                | PKCSException
                | RuntimeException broken) {
            // The parsers answer broken bytes with whatever exception lies nearest.
            return new Found.Wrong(ProofFault.UNREADABLE);
        }
    }

    private static Found jwk(String text) throws ParseException, JOSEException {
        JWK key = JWK.parse(text);
        if (!(key instanceof AsymmetricJWK pair)) {
            return new Found.Wrong(ProofFault.PRIVATE);
        }
        return key.isPrivate()
                ? new Found.Wrong(ProofFault.PRIVATE)
                : strong(pair.toPublicKey(), new Found.Key(pair.toPublicKey()));
    }

    private static Found pem(String text)
            throws IOException, GeneralSecurityException, OperatorCreationException, PKCSException {
        try (var parser = new PEMParser(new StringReader(text))) {
            @Nullable Object content = parser.readObject();
            return switch (content) {
                case SubjectPublicKeyInfo info -> strong(key(info), new Found.Key(key(info)));
                case PKCS10CertificationRequest request -> request(request);
                case X509CertificateHolder holder -> certificate(holder);
                case PrivateKeyInfo secret -> new Found.Wrong(ProofFault.PRIVATE);
                case PEMKeyPair secret -> new Found.Wrong(ProofFault.PRIVATE);
                case PEMEncryptedKeyPair secret -> new Found.Wrong(ProofFault.PRIVATE);
                case PKCS8EncryptedPrivateKeyInfo secret -> new Found.Wrong(ProofFault.PRIVATE);
                case null, default -> new Found.Wrong(ProofFault.UNREADABLE);
            };
        }
    }

    static PublicKey key(SubjectPublicKeyInfo info) throws IOException, GeneralSecurityException {
        var kind = info.getAlgorithm().getAlgorithm();
        String name;
        if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            name = "RSA";
        } else if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            name = "EC";
        } else {
            // Any that is neither; judged as weak below, like all others.
            name = kind.getId();
        }
        return KeyFactory.getInstance(name)
                .generatePublic(new X509EncodedKeySpec(info.getEncoded()));
    }

    private static Found request(PKCS10CertificationRequest request)
            throws IOException, GeneralSecurityException, OperatorCreationException, PKCSException {
        PublicKey key = key(request.getSubjectPublicKeyInfo());
        if (!isStrong(key)) {
            return new Found.Wrong(ProofFault.WEAK);
        }
        return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))
                ? new Found.Request(key)
                : new Found.Wrong(ProofFault.UNPROVEN);
    }

    private static Found certificate(X509CertificateHolder holder) throws GeneralSecurityException {
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
        return strong(certificate.getPublicKey(), new Found.Certificate(certificate));
    }

    private static Found strong(PublicKey key, Found found) {
        return isStrong(key) ? found : new Found.Wrong(ProofFault.WEAK);
    }

    private static boolean isStrong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa ->
                    rsa.getModulus().bitLength() >= LEAST_RSA
                            && rsa.getModulus().bitLength() <= MOST_RSA;
            case ECPublicKey ec -> Curve.P_256.equals(Curve.forECParameterSpec(ec.getParams()));
            default -> false;
        };
    }
}
