package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dargah.kernel.NationalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A table that comes as a file may be anything; none of it breaks or blocks the program. */
class ReadingHostileTablesTest {

    private static final String HEADS =
            "کد ملی,نام,نام خانوادگی,شغل,روزهای کار,دستمزد ماه,مزایای مشمول\n";

    private final Form form = PacksOfTheHouse.service("social-security/insurance-list").form();
    private final Form.Field workers = form.field("workers").orElseThrow();

    @Test
    void aSpreadsheetIsReadAsItLooks() throws IOException {
        byte[] file =
                workbook(
                        sheet -> {
                            XSSFRow row = sheet.createRow(1);
                            row.createCell(0).setCellValue(NationalId.demo(7).digits());
                            row.createCell(1).setCellValue("رضا");
                            row.createCell(2).setCellValue("فرضی");
                            row.createCell(4).setCellValue(30);
                            row.createCell(5).setCellValue(120_000_000d);
                            row.createCell(6).setCellValue(0);
                        });

        assertThat(check(file).problems()).isEmpty();
    }

    @Test
    void aFormulaIsNotCalculatedButNamedWithItsRow() throws IOException {
        byte[] file =
                workbook(
                        sheet -> {
                            XSSFRow row = sheet.createRow(3);
                            row.createCell(0).setCellValue(NationalId.demo(7).digits());
                            row.createCell(1).setCellValue("رضا");
                            row.createCell(2).setCellValue("فرضی");
                            row.createCell(4).setCellValue(30);
                            row.createCell(5).setCellFormula("1000*120000");
                            row.createCell(6).setCellValue(0);
                        });

        assertThat(check(file).problems().getFirst().rows())
                .extracting(RowProblem::row, RowProblem::column, fault -> fault.sentence().fa())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                4,
                                "wage",
                                "این خانه فرمول دارد؛ به جای فرمول خود مقدار را بگذارید"));
    }

    @Test
    @Timeout(20)
    void aBombIsNotUnfolded() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 500; i++) {
                zip.write(block);
            }
        }
        assertThat(bytes.size()).isLessThan(1_000_000);
        assertThat(refused(bytes.toByteArray())).contains("بیش از اندازه بزرگ است");
    }

    @Test
    @Timeout(20)
    void aThousandPartsAreNoSpreadsheet() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 1000; i++) {
                zip.putNextEntry(new ZipEntry("xl/part" + i));
            }
        }
        assertThat(refused(bytes.toByteArray())).contains("بیش از اندازه بزرگ است");
    }

    @Test
    void anEntityInASheetIsNotFollowed() throws IOException {
        byte[] honest = workbook(sheet -> sheet.createRow(1).createCell(0).setCellValue("x"));
        byte[] bomb =
                replaced(
                        honest,
                        "xl/worksheets/sheet1.xml",
                        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM"
                                + " \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\"><c"
                                + " r=\"A1\"><v>&b;</v></c></row></sheetData></worksheet>");

        assertThat(refused(bomb)).contains("آسیب دیده است");
    }

    @Test
    void aDamagedSpreadsheetIsSaidToBeOne() {
        byte[] broken =
                "PK\u0003\u0004 and then nothing of use".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refused(broken)).contains("آسیب دیده است");
    }

    @Test
    void otherFilesAreToldWhatIsTaken() {
        assertThat(refused("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)))
                .contains("باید CSV یا XLSX باشد");
        assertThat(refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 1, 2}))
                .contains("باید CSV یا XLSX باشد");
        assertThat(refused("کد ملی".getBytes(java.nio.charset.Charset.forName("windows-1256"))))
                .contains("UTF-8");
    }

    @Test
    @Timeout(20)
    void aMillionRowsAreCountedAndRefused() {
        byte[] file = (HEADS + "1\n".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
        long before = System.nanoTime();

        assertThat(refused(file))
                .isEqualTo(
                        "«فهرست بیمه‌شدگان» حداکثر می‌تواند ۱۰۰۰۰ ردیف داشته باشد؛ شما ۱۰۰۰۰۰۰ ردیف"
                                + " فرستاده‌اید");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void twentyThousandRowsAreRefusedByASentence() {
        String line = NationalId.demo(7).digits() + ",رضا,فرضی,,30,120000000,0\n";

        assertThat(refused((HEADS + line.repeat(20_000)).getBytes(StandardCharsets.UTF_8)))
                .contains("۲۰۰۰۰ ردیف فرستاده‌اید");
    }

    @Test
    void aFileOfMoreThanTenMegabytesIsNotLookedAt() {
        assertThat(refused(new byte[10_000_001])).contains("بزرگ‌تر از ۱۰ مگابایت");
    }

    @Test
    void anOpenQuoteSwallowsNoMoreThanItsFile() {
        String csv = HEADS + "\"" + "1,2\n".repeat(1000);

        assertThat(check(csv.getBytes(StandardCharsets.UTF_8)).isGood()).isFalse();
    }

    private Form.Checked check(byte[] file) {
        return switch (TableFile.read(workers, file)) {
            case TableFile.Outcome.Read(Sheet sheet) ->
                    form.check(
                            form.page("workers").orElseThrow(),
                            Map.of("workers", sheet),
                            Facts.on(LocalDate.of(2026, 11, 22)));
            case TableFile.Outcome.Refused(Text sentence) -> throw new AssertionError(sentence);
        };
    }

    private String refused(byte[] file) {
        return TableFile.read(workers, file) instanceof TableFile.Outcome.Refused(Text sentence)
                ? sentence.fa()
                : "";
    }

    private static byte[] workbook(Consumer<XSSFSheet> fill) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("فهرست");
            XSSFRow heads = sheet.createRow(0);
            String[] names = HEADS.strip().split(",", -1);
            for (int i = 0; i < names.length; i++) {
                heads.createCell(i).setCellValue(names[i]);
            }
            fill.accept(sheet);
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] replaced(byte[] zip, String part, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip));
                var out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(part)
                                ? content.getBytes(StandardCharsets.UTF_8)
                                : in.readAllBytes());
            }
        }
        return bytes.toByteArray();
    }
}
