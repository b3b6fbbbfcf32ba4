package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FillingInAFormTest {

    private final Form form = PacksOfTheHouse.service("asnaf/business-licence").form();
    private final Facts nothing = Facts.on(LocalDate.of(2026, 11, 22));

    @Test
    void aPostcodeOfNineDigitsIsToldSo() {
        assertThat(sentence("place", Map.of("postcode", "۷۶۱۳۷۱۲۳۴")))
                .isEqualTo("کد پستی باید ۱۰ رقم باشد؛ شما ۹ رقم نوشته‌اید");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7613712345", "۷۶۱۳۷۱۲۳۴۵", "٧٦١٣٧-١٢٣٤٥", " 76137 12345 "})
    void aPostcodeMayBeTypedInAnyDigits(String typed) {
        assertThat(check("place", Map.of("postcode", typed)).values())
                .isEqualTo(Map.of("postcode", "7613712345"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    کرمان      | کد پستی تنها رقم دارد؛ حرف‌ها و نشانه‌های دیگر را بردارید
                    0000000000 | چنین کد پستی‌ای وجود ندارد؛ ۱۰ رقم را دوباره از روی قبض بخوانید
                    ''         | کد پستی را بنویسید
                    """)
    void eachWrongPostcodeHasItsOwnRemedy(String typed, String sentence) {
        assertThat(sentence("place", Map.of("postcode", typed))).isEqualTo(sentence);
    }

    @Test
    void arabicLettersAreKeptAsPersianOnes() {
        assertThat(check("name", Map.of("unitName", "  شيريني   كرمان ")).values())
                .isEqualTo(Map.of("unitName", "شیرینی کرمان"));
    }

    @Test
    void aNameThatIsTooShortOrTooLongSaysByHowMuch() {
        assertThat(sentence("name", Map.of("unitName", "ن")))
                .isEqualTo("نام واحد دست‌کم باید ۲ نویسه باشد؛ شما ۱ نویسه نوشته‌اید");
        assertThat(sentence("name", Map.of("unitName", "ن".repeat(61))))
                .isEqualTo("نام واحد حداکثر می‌تواند ۶۰ نویسه باشد؛ شما ۶۱ نویسه نوشته‌اید");
    }

    @Test
    void aChoiceOutsideTheListIsRefused() {
        assertThat(sentence("trade", Map.of("trade", "banking")))
                .contains("یکی از گزینه‌های همین فهرست");
        assertThat(sentence("trade", Map.of()))
                .isEqualTo("برای «رستهٔ شغلی» یکی از گزینه‌ها را انتخاب کنید");
    }

    @ParameterizedTest
    @CsvSource({"20,20", "۲۰٫۵,20.5", "۱٬۲۰۰,1200"})
    void numbersAreReadAsPeopleWriteThem(String typed, BigDecimal number) {
        assertThat(check("space", Map.of("area", typed)).values())
                .isEqualTo(Map.of("area", number));
    }

    @Test
    void aNumberOutsideItsBoundsSaysTheBound() {
        assertThat(sentence("space", Map.of("area", "0")))
                .isEqualTo("مساحت محل نباید کمتر از ۱ باشد");
        assertThat(sentence("space", Map.of("area", "بیست")))
                .isEqualTo("مساحت محل را با رقم بنویسید");
    }

    @Test
    void anOptionalQuestionMayStayEmpty() {
        assertThat(check("plan", Map.of()).isGood()).isTrue();
        assertThat(check("plan", Map.of()).values()).isEmpty();
    }

    @Test
    void aPageIsAskedOnlyOfThoseWhomItConcerns() {
        assertThat(form.pages(nothing)).extracting(Form.Page::id).doesNotContain("space");
        assertThat(form.pages(nothing.answers(Map.of("trade", "bakery"))))
                .extracting(Form.Page::id)
                .containsExactly("place", "trade", "space", "name", "plan");
    }

    @Test
    void anAnswerToAPageThatIsNoLongerAskedIsDropped() {
        Form.Checked checked =
                form.check(
                        Map.of(
                                "postcode", "7613712345",
                                "trade", "grocery",
                                "area", "20",
                                "unitName", "نمونه"),
                        nothing);
        assertThat(checked.isGood()).isTrue();
        assertThat(checked.values()).containsOnlyKeys("postcode", "trade", "unitName");
    }

    @Test
    void answersFromAProgramMayBeNumbersAndNulls() {
        Map<String, @Nullable Object> sent = new HashMap<>();
        sent.put("postcode", 7613712345L);
        sent.put("trade", "bakery");
        sent.put("area", 1e3);
        sent.put("unitName", "نمونه");
        sent.put("plan", null);
        assertThat(form.check(sent, nothing).values())
                .containsEntry("area", new BigDecimal("1000"))
                .containsEntry("postcode", "7613712345")
                .doesNotContainKey("plan");
    }

    @Test
    void aNumberBeyondAllMeasureIsToldSo() {
        for (Number beyond :
                List.of(
                        Double.POSITIVE_INFINITY,
                        Double.NaN,
                        1e300,
                        new BigDecimal("1e999999999"))) {
            assertThat(Form.written(beyond).length()).isLessThan(500);
        }
        assertThat(Form.written(1e3)).isEqualTo("1000.0");
    }

    @Test
    void anUnknownAnswerFromAProgramIsRefused() {
        assertThat(form.check(Map.of("bribe", "1"), nothing).problems())
                .extracting(FieldProblem::field)
                .contains("bribe", "postcode", "trade", "unitName");
    }

    @Test
    void aDateIsTypedInThreeJalaliFields() {
        Form.Page page = new Form.Page("day", "s", text("روز"), null, List.of(date()));
        Form dates =
                new Form(
                        List.of(),
                        List.of(page),
                        "{\"type\":\"object\",\"properties\":{\"day\":{\"type\":\"string\"}}}");
        assertThat(
                        dates.check(
                                        page,
                                        Map.of(
                                                "day.year",
                                                "۱۴۰۵",
                                                "day.month",
                                                "آذر",
                                                "day.day",
                                                "۱"))
                                .values())
                .isEqualTo(Map.of("day", "2026-11-22"));
        assertThat(
                        dates.check(
                                        page,
                                        Map.of(
                                                "day.year",
                                                "1405",
                                                "day.month",
                                                "12",
                                                "day.day",
                                                "30"))
                                .problems())
                .extracting(p -> p.sentence().fa())
                .containsExactly("تاریخ آغاز در تقویم نیست؛ روز، ماه و سال را درست کنید");
        assertThat(dates.check(page, Map.of("day.year", "1405")).problems())
                .extracting(p -> p.sentence().fa())
                .containsExactly("تاریخ آغاز را کامل بنویسید: روز، ماه و سال");
    }

    private static Form.Field date() {
        return new Form.Field(
                "day",
                FieldKind.DATE,
                text("کی آغاز می‌کنید؟"),
                text("تاریخ آغاز"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                0);
    }

    private static Text text(String fa) {
        return new Text(fa, "-");
    }

    private Form.Checked check(String page, Map<String, String> typed) {
        return form.check(form.page(page).orElseThrow(), typed);
    }

    private String sentence(String page, Map<String, String> typed) {
        List<FieldProblem> problems = check(page, typed).problems();
        assertThat(problems).hasSize(1);
        return problems.getFirst().sentence().fa();
    }
}
