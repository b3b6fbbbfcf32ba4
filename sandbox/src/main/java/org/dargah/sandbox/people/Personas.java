package org.dargah.sandbox.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People with a story, for demos and tests; the table in README.md tells it. */
public final class Personas {
    private static final String HERE = "دانشگاه نمونهٔ کرمان";
    private static final Military DONE = new Military("completed", null, null);

    /** A man of 37 who may open a shop: service done, degree, a commercial place in Kerman. */
    public static final Citizen SHOPKEEPER =
            man(1, "نمونه", "نمونه‌پور", "1989-05-05", DONE)
                    .degree("bachelor", "مهندسی صنایع", 1391)
                    .at("7616611301");

    /** A woman of 31 with a degree and a commercial place in Rafsanjan. */
    public static final Citizen GRADUATE =
            woman(2, "مریم", "نمونه‌پور", "1995-06-22")
                    .degree("master", "حسابداری", 1399)
                    .at("7717611301");

    /** A man of 20 in his military service. */
    public static final Citizen SOLDIER =
            man(3, "رضا", "آزمون‌پور", "2006-05-10", since("serving", "2025-12-22"))
                    .degree("diploma", "ریاضی و فیزیک", 1403)
                    .at("7616611304");

    /** He died in 2024; his number still works. */
    public static final Citizen DECEASED =
            man(4, "حسن", "فرضی", "1949-10-02", DONE)
                    .died("2024-11-10")
                    .degree("diploma", "ادبی", 1347)
                    .at("7616611305");

    /** A woman of 43 without a degree, with a commercial place in Sirjan. */
    public static final Citizen WITHOUT_DEGREE =
            woman(5, "زهرا", "الگویی", "1983-01-23").at("7818611306");

    /** A boy of 15. */
    public static final Citizen MINOR =
            man(6, "آرش", "آزمایشی", "2011-09-03", null).at("7616611307");

    /** A man of 28 who has not done his service. */
    public static final Citizen ABSENT =
            man(7, "کامران", "نمونه‌نژاد", "1997-12-16", since("absent", "2021-06-22"))
                    .degree("bachelor", "مدیریت بازرگانی", 1400)
                    .at("7616611308");

    /** A man of 41, exempt for his health. */
    public static final Citizen EXEMPT =
            man(8, "سعید", "نمایشی", "1985-07-30", new Military("exempt", null, "medical"))
                    .degree("diploma", "تجربی", 1382)
                    .at("7616611309");

    /** A woman of 35 with no number in her name. */
    public static final Citizen WITHOUT_MOBILE =
            woman(9, "لیلا", "نمونه‌زاده", "1991-04-19")
                    .unreachable()
                    .degree("associate", "گرافیک", 1392)
                    .at("7616611311");

    /** A man of 52 whose place is an office, not a shop. */
    public static final Citizen OFFICE_OWNER =
            man(10, "بهرام", "فرض‌پور", "1974-11-08", DONE)
                    .degree("doctorate", "حقوق", 1384)
                    .at("7616611313");

    public static final Citizen OFFICER_GUILD_KERMAN =
            woman(21, "پروین", "کارآزما", "1976-04-22")
                    .degree("master", "مدیریت دولتی", 1381)
                    .nowhere();
    public static final Citizen OFFICER_GUILD_RAFSANJAN =
            man(22, "ناصر", "کارنما", "1988-09-29", DONE)
                    .degree("bachelor", "مدیریت دولتی", 1390)
                    .nowhere();
    public static final Citizen OFFICER_EDUCATION =
            woman(23, "فرزانه", "دانش‌نما", "1993-03-11")
                    .degree("master", "علوم تربیتی", 1397)
                    .nowhere();
    public static final Citizen SUPERVISOR_GUILD =
            man(24, "جواد", "کارسنج", "1983-07-05", DONE)
                    .degree("master", "حقوق عمومی", 1388)
                    .nowhere();
    public static final Citizen GOVERNOR =
            man(25, "محمود", "استان‌نما", "1971-08-28", DONE)
                    .degree("doctorate", "علوم سیاسی", 1380)
                    .nowhere();
    public static final Citizen ADMINISTRATOR =
            woman(26, "شیرین", "سامان‌نما", "1987-11-30")
                    .degree("bachelor", "مهندسی کامپیوتر", 1389)
                    .nowhere();

    private Personas() {}

    public static List<Citizen> all() {
        return List.of(
                SHOPKEEPER,
                GRADUATE,
                SOLDIER,
                DECEASED,
                WITHOUT_DEGREE,
                MINOR,
                ABSENT,
                EXEMPT,
                WITHOUT_MOBILE,
                OFFICE_OWNER,
                OFFICER_GUILD_KERMAN,
                OFFICER_GUILD_RAFSANJAN,
                OFFICER_EDUCATION,
                SUPERVISOR_GUILD,
                GOVERNOR,
                ADMINISTRATOR);
    }

    private static Sketch man(
            int serial, String first, String last, String born, @Nullable Military military) {
        return new Sketch(serial, first, last, Gender.MALE, born, null, true, military, null);
    }

    private static Sketch woman(int serial, String first, String last, String born) {
        return new Sketch(serial, first, last, Gender.FEMALE, born, null, true, null, null);
    }

    private static Military since(String status, String date) {
        return new Military(status, LocalDate.parse(date), null);
    }

    /** A persona being written down. */
    private record Sketch(
            int serial,
            String first,
            String last,
            Gender gender,
            String born,
            @Nullable String died,
            boolean reachable,
            @Nullable Military military,
            @Nullable Degree degree) {

        Sketch degree(String level, String field, int year) {
            return new Sketch(
                    serial,
                    first,
                    last,
                    gender,
                    born,
                    died,
                    reachable,
                    military,
                    new Degree(level, field, HERE, year));
        }

        Sketch died(String date) {
            return new Sketch(serial, first, last, gender, born, date, reachable, military, degree);
        }

        Sketch unreachable() {
            return new Sketch(serial, first, last, gender, born, died, false, military, degree);
        }

        Citizen nowhere() {
            return citizen(null);
        }

        Citizen at(String postcode) {
            return citizen(postcode);
        }

        private Citizen citizen(@Nullable String postcode) {
            return new Citizen(
                    DemoNationalId.of(serial),
                    first,
                    last,
                    "پدرنمونه",
                    gender,
                    LocalDate.parse(born),
                    died == null ? null : LocalDate.parse(died),
                    reachable
                            ? List.of("091300000" + (serial < 10 ? "0" : "") + serial)
                            : List.of(),
                    military,
                    degree,
                    postcode);
        }
    }
}
