package org.dargah.documents.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes a root for the province and a signing certificate under it (RFC 5280). */
final class CertificateMaker {

    private static final X500Name ROOT = new X500Name("C=IR,O=Dargah,CN=Dargah Province Root");
    private static final X500Name SIGNER = new X500Name("C=IR,O=Dargah,CN=Dargah Document Signing");
    private static final int ROOT_DAYS = 20 * 365;
    private static final int SIGNER_DAYS = 10 * 365;

    private CertificateMaker() {}

    /**
     * The root's own key is forgotten at once: nobody can ever sign a second certificate with it.
     */
    static Keys make(Instant now) throws GeneralSecurityException {
        KeyPair root = keyPair();
        KeyPair signer = keyPair();
        try {
            X509Certificate rootCertificate =
                    certificate(
                            ROOT,
                            root.getPublic(),
                            ROOT,
                            root,
                            now,
                            ROOT_DAYS,
                            true,
                            KeyUsage.keyCertSign | KeyUsage.cRLSign);
            X509Certificate signing =
                    certificate(
                            SIGNER,
                            signer.getPublic(),
                            ROOT,
                            root,
                            now,
                            SIGNER_DAYS,
                            false,
                            KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
            return new Keys(signer.getPrivate(), List.of(signing, rootCertificate));
        } catch (OperatorCreationException | IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            X500Name subject,
            PublicKey key,
            X500Name issuer,
            KeyPair issuerKeys,
            Instant now,
            int days,
            boolean authority,
            int usage)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        PrivateKey signingKey = issuerKeys.getPrivate();
        var builder =
                new JcaX509v3CertificateBuilder(
                                issuer,
                                new BigInteger(127, new SecureRandom()),
                                Date.from(now.minus(1, ChronoUnit.DAYS)),
                                Date.from(now.plus(days, ChronoUnit.DAYS)),
                                subject,
                                key)
                        .addExtension(
                                Extension.basicConstraints, true, new BasicConstraints(authority))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                        .addExtension(
                                Extension.subjectKeyIdentifier,
                                false,
                                ids.createSubjectKeyIdentifier(key))
                        .addExtension(
                                Extension.authorityKeyIdentifier,
                                false,
                                ids.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA").build(signingKey)));
    }
}
