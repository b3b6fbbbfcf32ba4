package org.dargah.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * A civil registry of 1,200,000 people, each made from their number whenever they are asked about.
 * The first 999,999 have ids of the range for demos (prefix 999), the rest the prefix before it.
 */
final class People {

    static final int COUNT = 1_200_000;

    private static final int OF_A_PREFIX = 999_999;
    private static final int FIRST_PREFIX = 999;
    private static final int BIRTHDAYS = 29_000;
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1935, 1, 1);

    /** A prime beside the count, so that neighbours in time are no neighbours in the registry. */
    private static final long STRIDE = 715_827_883L;

    private static final List<String> FIRST_NAMES =
            List.of("نمونه", "آزمون", "سپیده‌نما", "مهرنما", "پگاه‌نما", "سروش‌نما", "کیان‌نما");
    private static final List<String> LAST_NAMES =
            List.of("نمونه‌پور", "آزمایشی", "نمونه‌زاده", "فرضی", "آزمون‌نیا", "ساختگی");

    /** A person as the registry knows them. */
    record Person(String nationalId, String firstName, String lastName, LocalDate birthDate) {

        /** The registry's answer. */
        byte[] json() {
            return """
            {"nationalId":"%s","firstName":"%s","lastName":"%s","fatherName":"نمونه",\
            "gender":"FEMALE","birthDate":"%s","alive":true,"deathDate":null}\
            """
                    .formatted(nationalId, firstName, lastName, birthDate)
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "Person";
        }
    }

    private People() {}

    /** The one whom the question of this number is about. */
    static Person asked(long question) {
        return of((int) (question * STRIDE % COUNT));
    }

    static Person of(int number) {
        int prefix = FIRST_PREFIX - number / OF_A_PREFIX;
        String nine = "%03d%06d".formatted(prefix, number % OF_A_PREFIX);
        return new Person(
                nine + checkDigit(nine),
                FIRST_NAMES.get(number % FIRST_NAMES.size()),
                LAST_NAMES.get(number / 7 % LAST_NAMES.size()) + " " + number % 100,
                FIRST_BIRTHDAY.plusDays(number % BIRTHDAYS));
    }

    /** The number of whoever has this id; not below 0 only when it is one of theirs. */
    static int numberOf(String nationalId) {
        int prefix = Integer.parseInt(nationalId, 0, 3, 10);
        int number = (FIRST_PREFIX - prefix) * OF_A_PREFIX + Integer.parseInt(nationalId, 3, 9, 10);
        return number < COUNT ? number : -1;
    }

    /** The tenth digit of a national id, from the nine before it. */
    private static int checkDigit(String nine) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (nine.charAt(i) - '0') * (10 - i);
        }
        int rest = sum % 11;
        return rest < 2 ? rest : 11 - rest;
    }
}
