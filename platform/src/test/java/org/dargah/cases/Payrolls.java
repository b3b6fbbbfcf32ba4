package org.dargah.cases;

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

    static String line(int worker, long wage) {
        return "%s,نمونه,کارگر نمونه,جوشکار,30,%d,15000000\r\n"
                .formatted(NationalId.demo(10_000 + worker).digits(), wage);
    }
}
