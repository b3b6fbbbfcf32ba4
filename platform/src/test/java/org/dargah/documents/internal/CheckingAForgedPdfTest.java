package org.dargah.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.dargah.documents.internal.SealCheck.Finding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckingAForgedPdfTest {

    @TempDir static Path ours;
    private static byte[] signed = {};

    @BeforeAll
    static void sign() {
        signed = new Seal(Samples.keys(ours)).sign(Samples.printed(), Samples.MOMENT);
    }

    private static Finding check(byte[] pdf) {
        return new SealCheck(Samples.keys(ours)).check(pdf);
    }

    @Test
    void whatWeSignedIsWhole() {
        assertThat(check(signed)).isEqualTo(Finding.WHOLE);
    }

    @Test
    void oneFlippedByteBreaksTheSeal() {
        byte[] flipped = signed.clone();
        flipped[flipped.length / 3] ^= 1;
        assertThat(check(flipped)).isEqualTo(Finding.BROKEN);
    }

    @Test
    void whatIsAddedAfterwardsBreaksTheSeal() throws IOException {
        ByteArrayOutputStream added = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(signed)) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(added);
        }
        assertThat(added.size()).isGreaterThan(signed.length);
        assertThat(check(added.toByteArray())).isEqualTo(Finding.BROKEN);
    }

    @Test
    void aSecondSignatureBreaksTheSeal(@TempDir Path theirs) {
        byte[] twice = new Seal(Samples.keys(theirs)).sign(signed, Samples.MOMENT);
        assertThat(check(twice)).isEqualTo(Finding.BROKEN);
    }

    @Test
    void whatOthersSignedIsNotOurs(@TempDir Path theirs) {
        byte[] foreign = new Seal(Samples.keys(theirs)).sign(Samples.printed(), Samples.MOMENT);
        assertThat(check(foreign)).isEqualTo(Finding.NOT_OURS);
    }

    @Test
    void whatNobodySignedIsNotOurs() {
        assertThat(check(Samples.printed())).isEqualTo(Finding.NOT_OURS);
        assertThat(check("%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Finding.NOT_OURS);
    }
}
