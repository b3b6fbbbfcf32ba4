package org.dargah.documents.internal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;

/** Signs PDFs: PAdES baseline B (ETSI EN 319 142-1), ECDSA with SHA-256, nothing visible drawn. */
public final class Seal {

    private final Keys keys;

    public Seal(Keys keys) {
        this.keys = keys;
    }

    /** The PDF with our signature over all of its bytes. */
    public byte[] sign(byte[] pdf, Instant moment) {
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        PAdESSignatureParameters parameters = parameters(moment);
        InMemoryDocument document = new InMemoryDocument(pdf);
        ToBeSigned data = service.getDataToSign(document, parameters);
        ByteArrayOutputStream signed = new ByteArrayOutputStream(pdf.length + 32_000);
        try {
            service.signDocument(document, parameters, signature(data)).writeTo(signed);
        } catch (IOException e) {
            throw new IllegalStateException("memory refused a document", e);
        }
        return signed.toByteArray();
    }

    private PAdESSignatureParameters parameters(Instant moment) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(keys.chain().getFirst()));
        parameters.setCertificateChain(keys.chain().stream().map(CertificateToken::new).toList());
        parameters.bLevel().setSigningDate(Date.from(moment));
        parameters.setAppName("Dargah");
        return parameters;
    }

    private SignatureValue signature(ToBeSigned data) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.privateKey());
            signature.update(data.getBytes());
            return new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
    }
}
