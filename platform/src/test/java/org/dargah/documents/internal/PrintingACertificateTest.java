package org.dargah.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class PrintingACertificateTest {

    private static byte[] printed = {};

    @BeforeAll
    static void print() throws IOException {
        printed = Samples.printed();
        Samples.keep("certificate.pdf", printed);
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void copiedTextIsRealPersian() throws IOException {
        assertThat(Samples.text(printed))
                .contains("پروانۀ کسب")
                .contains("پژوهشی، گلچین و یکتاست؛ آیا کافی است؟ «همۀ»")
                .contains("اتاق اصناف شهرستان کرمان")
                .contains("اجازه داده می‌شود")
                .contains("نمونه نمونه‌پور")
                .contains("کوچۀ ۱۲")
                .contains("۱٬۲۰۰٬۰۰۰ ریال")
                .contains("۳۱  اردیبهشت ۱۳۶۹")
                .contains("0012345679")
                .contains(Samples.CODE);
    }

    @Test
    void noSignIsAPresentationFormExceptLamAlef() throws IOException {
        assertThat(Samples.text(printed).replaceAll("[\\uFEF5-\\uFEFC]", ""))
                .doesNotContainPattern("[\\uE000-\\uF8FF\\uFB50-\\uFDFF\\uFE70-\\uFEFF]");
    }

    @Test
    void itCanBeArchivedAndReadAloud() throws Exception {
        assertThat(faults(printed, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(faults(printed, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void itStillCanBeOnceSigned(@TempDir Path folder) throws Exception {
        byte[] signed = new Seal(Samples.keys(folder)).sign(printed, Samples.MOMENT);
        Samples.keep("certificate-signed.pdf", signed);
        assertThat(faults(signed, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(faults(signed, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour)
            throws VeraPDFException, IOException {
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                    .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
