package org.dargah.documents.internal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import org.dargah.documents.Certificate;
import org.dargah.documents.VerificationCode;
import org.dargah.kernel.Province;

/** Tells what a file that somebody brought has to do with what was issued. */
public final class Checking {

    /** A forged file may claim many codes; more than these are not looked up. */
    private static final int MOST_CLAIMS = 3;

    private final CertificateRows certificates;
    private final SealCheck seals;

    /** Reading a stranger's PDF may be costly on purpose, so only a few are read at a time. */
    private final Semaphore readers = new Semaphore(2, true);

    public Checking(CertificateRows certificates, Keys keys) {
        this.certificates = certificates;
        this.seals = new SealCheck(keys);
    }

    /** The certificate whose file this is, byte for byte. */
    public Optional<Certificate> same(Province province, byte[] pdf) {
        return certificates.byContent(province, Sha256.of(pdf));
    }

    /**
     * The certificate under the code that the file bears. The code stands readable in the file's
     * metadata, so that it is found even in a PDF too damaged to open.
     */
    public Optional<Certificate> claimed(Province province, byte[] pdf) {
        Set<String> claims = new LinkedHashSet<>();
        Matcher codes = VerificationCode.FORM.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        while (codes.find() && claims.size() < MOST_CLAIMS) {
            claims.add(codes.group());
        }
        return claims.stream()
                .flatMap(claim -> VerificationCode.parse(claim).stream())
                .flatMap(code -> certificates.byCode(province, code).stream())
                .findFirst();
    }

    /** True when our key signed something in it; the caller knows already that it is not whole. */
    public boolean bearsOurSeal(byte[] pdf) {
        readers.acquireUninterruptibly();
        try {
            return seals.check(pdf) == SealCheck.Finding.BROKEN;
        } finally {
            readers.release();
        }
    }
}
