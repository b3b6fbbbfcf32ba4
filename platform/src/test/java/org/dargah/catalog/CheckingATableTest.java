package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dargah.kernel.NationalId;
import org.junit.jupiter.api.Test;

/** The list of insured workers, as a table that comes in by each of its ways. */
class CheckingATableTest {

    private static final String HEADS =
            "کد ملی,نام,نام خانوادگی,شغل,روزهای کار,دستمزد ماه,مزایای مشمول\n";

    private final Form form = PacksOfTheHouse.service("social-security/insurance-list").form();
    private final Form.Field workers = form.field("workers").orElseThrow();
    private final Form.Page page = form.page("workers").orElseThrow();

    @Test
    void aFileWithPersianDigitsIsKeptAsPlainValues() {
        String csv = HEADS + NationalId.demo(7).digits() + ",رضا,فرضي,,۳۰,۱۲۰٬۰۰۰٬۰۰۰,۰\n";

        assertThat(rows(check("\uFEFF" + csv)))
                .containsExactly(
                        Map.of(
                                "nationalId",
                                NationalId.demo(7).digits(),
                                "firstName",
                                "رضا",
                                "lastName",
                                "فرضی",
                                "days",
                                new BigDecimal("30"),
                                "wage",
                                120_000_000L,
                                "benefits",
                                0L));
    }

    @Test
    void semicolonsAndTabsPartColumnsAsWell() {
        String line = NationalId.demo(7).digits() + ",رضا,فرضی,,30,120000000,0\n";
        for (String sign : List.of(";", "\t")) {
            assertThat(check((HEADS + line).replace(",", sign)).isGood()).as(sign).isTrue();
        }
    }

    @Test
    void aSpreadsheetThatTookTheNoughtsAwayGetsThemBack() {
        NationalId low = NationalId.parse("0012345679").orElseThrow();
        String csv = HEADS + "12345679,رضا,فرضی,,30,120000000,0\n";

        assertThat(rows(check(csv)).getFirst()).containsEntry("nationalId", low.digits());
    }

    @Test
    void whatIsWrongIsToldByRowAndColumn() {
        String csv =
                HEADS
                        + NationalId.demo(7).digits()
                        + ",رضا,فرضی,,30,120000000,0\n\n1234567890,,فرضی,,45,ده,0\n"
                        + NationalId.demo(7).digits()
                        + ",مریم,الگویی,,30,120000000,0\n";

        FieldProblem problem = check(csv).problems().getFirst();
        assertThat(problem.sentence().fa())
                .isEqualTo("در «فهرست بیمه‌شدگان»، ۲ ردیف را باید درست کنید");
        assertThat(problem.rows())
                .extracting(RowProblem::row, RowProblem::column, fault -> fault.sentence().fa())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                4,
                                "nationalId",
                                "چنین کد ملی‌ای وجود ندارد؛ ۱۰ رقم کد ملی را دوباره از روی کارت ملی"
                                        + " بخوانید"),
                        org.assertj.core.groups.Tuple.tuple(4, "firstName", "نام را بنویسید"),
                        org.assertj.core.groups.Tuple.tuple(
                                4, "days", "روزهای کار نباید بیشتر از ۳۱ باشد"),
                        org.assertj.core.groups.Tuple.tuple(
                                4,
                                "wage",
                                "دستمزد ماه را با رقم و به ریال بنویسید، مانند ۱٬۲۰۰٬۰۰۰"),
                        org.assertj.core.groups.Tuple.tuple(
                                5,
                                "nationalId",
                                "کد ملی در ردیف ۲ هم آمده است؛ یکی از دو ردیف را بردارید"));
    }

    @Test
    void aColumnThatIsMissingIsNamed() {
        assertThat(refused("کد ملی,نام\n9990000011,رضا\n"))
                .isEqualTo(
                        "در ردیف نخست «فهرست بیمه‌شدگان» این ستون پیدا نشد: «نام خانوادگی». نام"
                                + " ستون‌ها را از فایل نمونه بردارید");
    }

    @Test
    void whatIsPastedMayLackTheNamesOfTheColumns() {
        String line = NationalId.demo(7).digits() + "\tرضا\tفرضی\t\t30\t120000000\t0";
        TableFile.Outcome read = TableFile.pasted(workers, line);

        assertThat(check(read).isGood()).isTrue();
    }

    @Test
    void whatFollowsFromTheRowsIsComputed() {
        Form.Checked checked =
                check(
                        HEADS
                                + NationalId.demo(7).digits()
                                + ",رضا,فرضی,,30,120000000,0\n"
                                + NationalId.demo(8).digits()
                                + ",رضا,فرضی,,30,100000000,5000000\n");
        Map<String, Object> all =
                form.derived(checked.values(), Facts.on(LocalDate.of(2026, 11, 22)));

        assertThat(all)
                .containsEntry("insuredTotal", 225_000_000L)
                .containsEntry("premium", 67_500_000L)
                .containsEntry("workerCount", new BigDecimal("2"));
    }

    @Test
    void theSampleFileIsItselfRight() {
        for (Locale locale : List.of(Locale.of("fa"), Locale.ENGLISH)) {
            assertThat(check(TableFile.sample(workers, locale)).isGood()).isTrue();
        }
    }

    @Test
    void aCellThatASpreadsheetWouldRunIsTamed() {
        assertThat(TableFile.line(List.of("=1+1", "-5", "@a", "a\"b", "x,y")))
                .isEqualTo("'=1+1,-5,'@a,\"a\"\"b\",\"x,y\"\r\n");
    }

    private Form.Checked check(String csv) {
        return check(TableFile.read(workers, csv.getBytes(StandardCharsets.UTF_8)));
    }

    private Form.Checked check(TableFile.Outcome read) {
        return switch (read) {
            case TableFile.Outcome.Read(Sheet sheet) -> form.check(page, Map.of("workers", sheet));
            case TableFile.Outcome.Refused(Text sentence) -> throw new AssertionError(sentence);
        };
    }

    private String refused(String csv) {
        return TableFile.read(workers, csv.getBytes(StandardCharsets.UTF_8))
                        instanceof TableFile.Outcome.Refused(Text sentence)
                ? sentence.fa()
                : "";
    }

    private static List<Map<String, Object>> rows(Form.Checked checked) {
        assertThat(checked.problems()).isEmpty();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object row : (List<?>) Objects.requireNonNull(checked.values().get("workers"))) {
            Map<String, Object> cells = new HashMap<>();
            ((Map<?, ?>) Objects.requireNonNull(row))
                    .forEach((name, value) -> cells.put(name.toString(), value));
            rows.add(cells);
        }
        return rows;
    }
}
