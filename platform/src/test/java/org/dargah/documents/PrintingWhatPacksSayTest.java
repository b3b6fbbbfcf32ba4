package org.dargah.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dargah.DargahTest;
import org.dargah.kernel.DocumentId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The output templates of the service packs that come with Dargah. */
@DargahTest
class PrintingWhatPacksSayTest {

    private static final int ROWS_A_PAGE = 20;

    private static final Map<String, String> SAMPLES =
            Map.of(
                    "person.firstName", "نمونه",
                    "person.lastName", "نمونه‌پور",
                    "person.fatherName", "آزمون",
                    "person.birthDate", "1990-05-21",
                    "answers.postcode", "7616913439",
                    "answers.until", "1990-05-21",
                    "degree.year", "1391");

    @Autowired Certificates certificates;
    private final Sample sample = new Sample();

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../services"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void eachBecomesOnePageUnderItsTitle(Path file) throws IOException {
        OutputTemplate read =
                ((OutputTemplate.Read) OutputTemplate.read(Files.readAllBytes(file))).template();
        int rows = read.listings().isEmpty() ? 0 : 320;
        OutputTemplate template = read.filled(listing -> rows(listing, rows));
        Order sampleOrder = sample.order(null);
        Certificate certificate =
                certificates.issue(
                        new Order(
                                Sample.KERMAN,
                                DocumentId.next(Sample.CLOCK),
                                template,
                                values(template),
                                sampleOrder.letterhead(),
                                sampleOrder.holder(),
                                sample.caseId,
                                "KR-7KQ4-M9XP",
                                LocalDate.of(2031, 11, 22),
                                null),
                        sample.officer());
        byte[] pdf = pdf(certificate);
        Path pictures = Files.createDirectories(Path.of("target", "documents"));
        Files.write(pictures.resolve(file.getName(3) + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages())
                    .isBetween(rows == 0 ? 1 : 2, 1 + (rows + ROWS_A_PAGE - 1) / ROWS_A_PAGE);
            var first = new PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(document)).contains("درستی این سند");
            if (rows > 0) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains("۳۰۰", "ردیف دیگر")
                        .doesNotContain("۳۰۱");
            }
            assertThat(new PDFTextStripper().getText(document))
                    .contains(template.title().replace("\u0647\u0654", "\u06C0"))
                    .contains("۳۱  اردیبهشت ۱۳۶۹", "نمونه‌پور", "این برگه نمایشی است");
        }
    }

    private static OutputTemplate.Rows rows(OutputTemplate.Listing listing, int all) {
        Map<String, String> row =
                listing.columns().stream().collect(Collectors.toMap(c -> c, c -> "نمونه"));
        return new OutputTemplate.Rows(
                Collections.nCopies(Math.min(all, listing.most()), row), all);
    }

    private byte[] pdf(Certificate certificate) throws IOException {
        Opening opening = certificates.open(Sample.KERMAN, certificate.id(), sample.citizen());
        return ((Opening.Opened) opening).content().getContentAsByteArray();
    }

    private static Map<String, String> values(OutputTemplate template) {
        return template.fields().stream()
                .collect(
                        Collectors.toMap(
                                f -> f,
                                f -> SAMPLES.getOrDefault(f, isDate(f) ? "1990-05-21" : "نمونه")));
    }

    private static boolean isDate(String field) {
        return field.matches(".*(Date|On|Until|\\.until)$");
    }
}
