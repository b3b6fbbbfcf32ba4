package org.dargah.sandbox.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Thousands of synthetic citizens: number n is the same person on every machine. */
public final class Crowd {
    /** The serial of the first; those below are personas'. */
    public static final int FIRST = 10_000;

    /** Ages are those of this day, so that the crowd does not change with the clock. */
    private static final LocalDate COUNTED = LocalDate.of(2026, 11, 22);

    private static final List<String> MEN =
            List.of(
                    "علی", "محمد", "حسین", "رضا", "مهدی", "امیر", "احمد", "سعید", "بهروز", "داریوش",
                    "فرهاد", "کاوه", "نادر", "پیمان", "سیاوش", "یوسف");
    private static final List<String> WOMEN =
            List.of(
                    "فاطمه", "زهرا", "مریم", "نرگس", "لیلا", "سارا", "شیرین", "پروانه", "ناهید",
                    "مینا", "گلناز", "سیمین", "آذر", "مهسا", "نسرین", "رویا");

    /** Family names that say what they are. */
    private static final List<String> FAMILIES =
            List.of(
                    "نمونه‌پور",
                    "آزمون‌پور",
                    "فرض‌پور",
                    "الگوپور",
                    "نمونه‌نژاد",
                    "آزمون‌نژاد",
                    "فرضی‌نژاد",
                    "نمونه‌زاده",
                    "آزمون‌زاده",
                    "الگوزاده",
                    "نمونه‌فر",
                    "آزمایشی",
                    "نمایشی",
                    "ساختگی",
                    "فرضیان",
                    "سرمشقی");

    private static final List<String> FIELDS =
            List.of(
                    "حسابداری",
                    "حقوق",
                    "مهندسی عمران",
                    "مهندسی کامپیوتر",
                    "زبان و ادبیات فارسی",
                    "پرستاری",
                    "کشاورزی",
                    "مدیریت بازرگانی",
                    "معماری",
                    "زمین‌شناسی");
    private static final List<String> UNIVERSITIES =
            List.of(
                    "دانشگاه نمونهٔ کرمان",
                    "دانشگاه نمونهٔ رفسنجان",
                    "دانشگاه نمونهٔ سیرجان",
                    "دانشگاه نمونهٔ جیرفت");

    private Crowd() {}

    public static Stream<Citizen> of(int size) {
        return Stream.iterate(0, n -> n < size, n -> n + 1).map(Crowd::citizen);
    }

    private static Citizen citizen(int n) {
        var dice = new SplittableRandom(0xDA26AL + n);
        var gender = dice.nextBoolean() ? Gender.MALE : Gender.FEMALE;
        var first = pick(gender == Gender.MALE ? MEN : WOMEN, dice);
        var age = (dice.nextInt(90) + dice.nextInt(80)) / 2;
        var born = COUNTED.minusYears(age).minusDays(dice.nextInt(365));
        return new Citizen(
                DemoNationalId.of(FIRST + n),
                first,
                pick(FAMILIES, dice),
                pick(MEN, dice),
                gender,
                born,
                death(born, dice),
                dice.nextInt(20) == 0 ? List.of() : List.of(mobile(n)),
                gender == Gender.MALE && age >= 18 ? military(born, dice) : null,
                age >= 19 ? degree(age, dice) : null,
                Places.home(n));
    }

    private static String mobile(int n) {
        return String.format(Locale.ROOT, "0913001%04d", n);
    }

    private static @Nullable LocalDate death(LocalDate born, SplittableRandom dice) {
        if (dice.nextInt(40) != 0) {
            return null;
        }
        var days = COUNTED.toEpochDay() - born.toEpochDay();
        return born.plusDays(dice.nextLong(days / 2, days));
    }

    private static Military military(LocalDate born, SplittableRandom dice) {
        return switch (dice.nextInt(20)) {
            case 0, 1, 2 ->
                    new Military("exempt", null, dice.nextBoolean() ? "medical" : "guardianship");
            case 3 -> new Military("absent", born.plusYears(20), null);
            default ->
                    born.isAfter(COUNTED.minusYears(22))
                            ? new Military("serving", born.plusYears(18), null)
                            : new Military("completed", born.plusYears(21), null);
        };
    }

    private static @Nullable Degree degree(int age, SplittableRandom dice) {
        var level =
                switch (dice.nextInt(12)) {
                    case 0, 1, 2, 3 -> null;
                    case 4, 5, 6 -> "diploma";
                    case 7 -> "associate";
                    case 8, 9, 10 -> age >= 23 ? "bachelor" : "diploma";
                    default -> age >= 26 ? "master" : "diploma";
                };
        if (level == null) {
            return null;
        }
        var year = 1405 - age + (level.equals("diploma") ? 18 : level.equals("master") ? 26 : 23);
        return new Degree(
                level, pick(FIELDS, dice), pick(UNIVERSITIES, dice), Math.min(year, 1405));
    }

    private static String pick(List<String> from, SplittableRandom dice) {
        return from.get(dice.nextInt(from.size()));
    }
}
