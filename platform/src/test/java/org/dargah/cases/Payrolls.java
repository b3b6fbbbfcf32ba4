package org.dargah.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dargah.kernel.NationalId;

/** Lists of insured workers, all of the range of ids that is kept for the demo. */
final class Payrolls {

    static final String HEADS =
            "کد ملی,نام,نام خانوادگی,شغل,روزهای کار,دستمزد ماه,مزایای مشمول\r\n";

    private Payrolls() {}

    static String csv(int rows) {
        var text = new StringBuilder(HEADS);
        for (int i = 0; i < rows; i++) {
            text.append(line(i, 120_000_000 + i));
        }
        return text.toString();
    }

    /**
     * The same as a spreadsheet.
     *
     * @param reckoned with a formula in the thirtieth row of people
     */
    static byte[] xlsx(int rows, boolean reckoned) throws IOException {
        try (var book = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            int number = 0;
            for (String line : csv(rows).split("\r\n", -1)) {
                if (!line.isEmpty()) {
                    var row = sheet.createRow(number++);
                    for (String cell : line.split(",", -1)) {
                        row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
                    }
                }
            }
            if (reckoned) {
                sheet.getRow(30).getCell(5).setCellFormula("1000*120000");
            }
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    static String line(int worker, long wage) {
        return "%s,نمونه,کارگر نمونه,جوشکار,30,%d,15000000\r\n"
                .formatted(NationalId.demo(10_000 + worker).digits(), wage);
    }
}
