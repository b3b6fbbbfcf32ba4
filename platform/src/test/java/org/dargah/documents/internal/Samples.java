package org.dargah.documents.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.xml.sax.SAXException;

/** A licence of nobody, printed and signed as the tests need it. */
final class Samples {

    static final Instant MOMENT = Instant.parse("2026-11-22T08:00:00Z");
    static final String CODE = "08-7KQ4-M9XT-7KQ4-M9XT-7KQ4-M9XT-7KQ4";

    private static final String LICENCE =
            """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="fa">
            <head><title>پروانهٔ کسب</title></head>
            <body>
              <h1>پروانهٔ کسب</h1>
              <p>پس از بررسی شرایط، به <strong><field name="name"/></strong> با کد ملی
                <field name="nationalId" as="code"/> اجازه داده می‌شود در نشانی زیر به کسب بپردازد.
                این پروانه پژوهشی، گلچین و یکتاست؛ آیا کافی است؟ «همهٔ» الزام‌ها برقرار است.</p>
              <table>
                <tr><th>رسته</th><td><field name="guild"/></td></tr>
                <tr><th>نشانی</th><td><field name="address"/></td></tr>
                <tr><th>تلفن</th><td><field name="phone" as="code"/></td></tr>
                <tr><th>هزینهٔ پرداخت‌شده</th><td><field name="fee" as="rial"/></td></tr>
                <tr><th>تاریخ تولد</th><td><field name="birth" as="date"/></td></tr>
                <tr><th>شناسهٔ صنفی</th><td>شمارهٔ <bdi dir="ltr">AB-12/34</bdi> در ۱۴۰۵/۰۹/۰۱ ساعت ۱۰:۴۱</td></tr>
              </table>
              <h2>شرایط</h2>
              <ol><li>پروانه در محل کسب نصب شود.</li><li>تغییر نشانی تا ۱۵ روز اعلام شود.</li></ol>
              <ul><li>فروش کالای قاچاق ممنوع است.</li></ul>
            </body>
            </html>
            """;

    private static final Map<String, String> VALUES =
            Map.of(
                    "name", "نمونه نمونه‌پور",
                    "nationalId", "0012345679",
                    "address", "کرمان، خیابان آزادی، کوچهٔ 12، پلاک 7",
                    "guild", "خواربارفروشی",
                    "phone", "0913 000 0000",
                    "fee", "1200000",
                    "birth", "1990-05-21");

    private Samples() {}

    static Sheet sheet() {
        return new Sheet(
                Map.of(
                        "title", "پروانهٔ کسب",
                        "province", "استان کرمان",
                        "agency", "اتاق اصناف شهرستان کرمان",
                        "number", "1405-9-000123",
                        "issued", "۱ آذر ۱۴۰۵",
                        "valid-until", "۱ آذر ۱۴۱۰",
                        "verify-at", "dargah.example/verify",
                        "verify-code", CODE),
                "https://dargah.example/verify/" + CODE,
                List.of(),
                body().children(),
                VALUES);
    }

    private static Node.Element body() {
        try {
            Node.Element html = TemplateReader.read(LICENCE.getBytes(StandardCharsets.UTF_8));
            return (Node.Element) html.children().getLast();
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] printed() {
        return new Typesetter().set(sheet(), MOMENT);
    }

    static Keys keys(Path folder) {
        return Keys.open(folder, Clock.systemUTC(), () -> false);
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Kept as build output, to be looked at. */
    static void keep(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(name), pdf);
    }
}
