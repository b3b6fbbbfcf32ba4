package org.dargah.documents.internal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.signature.resources.DSSResourcesHandler;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

/** Signs PDFs: PAdES baseline B (ETSI EN 319 142-1), ECDSA with SHA-256, nothing visible drawn. */
public final class Seal {

    /** What a signature holds besides the certificates; some 700 bytes are used. */
    private static final int BARE_SIGNATURE = 2048;

    private final Keys keys;

    /** Kept, because each remembers that its signature was checked. */
    private final List<CertificateToken> chain;

    public Seal(Keys keys) {
        this.keys = keys;
        this.chain = keys.chain().stream().map(CertificateToken::new).toList();
    }

    /** The PDF with our signature over all of its bytes. */
    public byte[] sign(byte[] pdf, Instant moment) {
        PAdESService service = service();
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

    /** Told what to use; asked to look for it, DSS searches the whole class path each time. */
    private static PAdESService service() {
        PdfBoxNativeObjectFactory pdfBox = new PdfBoxNativeObjectFactory();
        pdfBox.setResourcesHandlerBuilder(Unlocked::new);
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        service.setPdfObjFactory(pdfBox);
        return service;
    }

    private PAdESSignatureParameters parameters(Instant moment) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(chain.getFirst());
        parameters.setCertificateChain(chain);
        parameters.setContentSize(
                BARE_SIGNATURE + chain.stream().mapToInt(token -> token.getEncoded().length).sum());
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

    /** DSS writes the signed PDF byte by byte, and the JDK's own buffer locks itself for each. */
    private static final class Unlocked extends ByteArrayOutputStream
            implements DSSResourcesHandler {

        Unlocked() {
            super(256 * 1024);
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // one thread writes one PDF
        public void write(int one) {
            if (count == buf.length) {
                buf = Arrays.copyOf(buf, 2 * count);
            }
            buf[count++] = (byte) one;
        }

        @Override
        public OutputStream createOutputStream() {
            return this;
        }

        @Override
        public DSSDocument writeToDSSDocument() {
            return new InMemoryDocument(toByteArray());
        }
    }
}
