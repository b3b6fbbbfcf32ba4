package org.dargah.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.dargah.documents.Order;
import org.dargah.documents.Receipt;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Rial;
import org.dargah.kernel.TrackingCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrintingAReceiptTest {

    private static final TrackingCode CODE =
            TrackingCode.next("KR", RandomGenerator.of("L64X128MixRandom"));

    private static byte[] print(Receipt.@Nullable Payment payment) {
        return new Typesetter()
                .set(
                        new Sheets("این برگه نمایشی است.")
                                .receipt(
                                        new Receipt(
                                                CODE,
                                                URI.create(
                                                        "https://dargah.example/track/"
                                                                + CODE.text()),
                                                new Order.Letterhead(
                                                        new AgencyCode("asnaf"),
                                                        "اتاق اصناف شهرستان کرمان",
                                                        "استان کرمان"),
                                                "صدور پروانهٔ کسب",
                                                Samples.MOMENT,
                                                "نمونه نمونه‌پور",
                                                steps(),
                                                payment)),
                        Samples.MOMENT);
    }

    private static List<Receipt.Step> steps() {
        return List.of(
                new Receipt.Step(
                        "بررسی در اتاق اصناف",
                        "استعلام‌ها همین امروز فرستاده شد.",
                        LocalDate.of(2026, 11, 25)),
                new Receipt.Step(
                        "بازرسی محل",
                        "روز و ساعت را با پیامک می‌فرستیم. لازم نیست مدرکی نشان دهید.",
                        LocalDate.of(2026, 11, 29)),
                new Receipt.Step(
                        "تصمیم نهایی",
                        "پروانه صادر می‌شود، یا دلیل رد با شمارهٔ شرط نوشته می‌شود.",
                        LocalDate.of(2026, 12, 1)));
    }

    @Test
    void onePageSaysTheCodeTheStepsAndTheFee() throws IOException {
        byte[] pdf =
                print(new Receipt.Payment(new Rial(1_200_000), "8842-7731-5520", Samples.MOMENT));
        Samples.keep("receipt.pdf", pdf);
        assertThat(Samples.text(pdf)).contains(CODE.text(), "بازرسی محل", "۱٬۲۰۰٬۰۰۰ ریال");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void aFreeServiceSaysSo() throws IOException {
        assertThat(Samples.text(print(null)))
                .contains("رایگان", "این برگه نمایشی است.")
                .doesNotContain("مبلغ");
    }
}
