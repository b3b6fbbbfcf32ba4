package org.dargah.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
        OutputTemplate template =
                ((OutputTemplate.Read) OutputTemplate.read(Files.readAllBytes(file))).template();
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
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(template.title().replace("\u0647\u0654", "\u06C0"))
                    .contains("۳۱  اردیبهشت ۱۳۶۹", "نمونه‌پور", "این برگه نمایشی است");
        }
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
