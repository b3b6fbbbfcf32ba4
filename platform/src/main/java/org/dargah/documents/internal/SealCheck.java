package org.dargah.documents.internal;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.security.cert.X509Certificate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the signatures of a PDF that somebody brought. */
public final class SealCheck {

    /** What the signatures say. */
    public enum Finding {
        /** Our signature, intact, over every byte. */
        WHOLE,
        /** Our signature is there, but the file is not what was signed. */
        BROKEN,
        /** No signature of ours. */
        NOT_OURS
    }

    private static final Logger LOG = LoggerFactory.getLogger(SealCheck.class);

    private final X509Certificate ours;

    public SealCheck(Keys keys) {
        this.ours = keys.chain().getFirst();
    }

    public Finding check(byte[] pdf) {
        try {
            PDFDocumentAnalyzer analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(pdf));
            analyzer.setCertificateVerifier(new CommonCertificateVerifier());
            List<AdvancedSignature> all = analyzer.getSignatures();
            List<AdvancedSignature> our = all.stream().filter(this::isOurs).toList();
            if (our.isEmpty()) {
                return Finding.NOT_OURS;
            }
            // Signed once, by us alone: a second signature came later, over something else.
            return all.size() == 1 && isWhole(our.getFirst()) ? Finding.WHOLE : Finding.BROKEN;
        } catch (DSSException | IllegalArgumentException e) {
            LOG.debug("a file whose signatures cannot be read", e);
            return Finding.NOT_OURS;
        }
    }

    private boolean isOurs(AdvancedSignature signature) {
        return signature.getCertificates().stream()
                .anyMatch(token -> token.getCertificate().equals(ours));
    }

    private static boolean isWhole(AdvancedSignature signature) {
        signature.checkSignatureIntegrity();
        return signature.getSignatureCryptographicVerification().isSignatureIntact()
                && signature instanceof PAdESSignature pades
                && pades.getPdfRevision().areAllOriginalBytesCovered();
    }
}
