package org.dargah.history;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How bodies came to ask registries: banks as a group, an insurer of health, an employer with
 * people's consent; what they asked over the months, what was refused them, and what people said.
 */
final class ExchangePlot {

    private static final String CIVIL = "civil/person@1";
    private static final String DEGREES = "degrees/latest@1";
    private static final String BANKING = "customer-identification";
    private static final String DELIVERY = "service-delivery";
    private static final String CHECKING = "degree-check";
    private static final String BANK = "بانک ملی: شناسایی مشتری";

    /** Beyond the numbers of cases. */
    private static final int FIRST_NUMBER = 1_000_001;

    /** Personas of the demo, whom the README names. */
    private static final Citizens.Person MARYAM =
            new Citizens.Person("9990000026", LocalDate.of(1995, 6, 22), "09130000002");

    private static final List<String> PEOPLE =
            List.of("9990000018", "9990000026", "9990000034", "9990000042");

    private static final int ROUNDS = 8;

    private final Diary diary;
    private final Hours hours;
    private final Office office;
    private final Asking asking;
    private final Citizens citizens;
    private final List<Errand> errands = new ArrayList<>();

    ExchangePlot(Diary diary, Hours hours, Office office, Asking asking, Citizens citizens) {
        this.diary = diary;
        this.hours = hours;
        this.office = office;
        this.asking = asking;
        this.citizens = citizens;
    }

    /** In the order of time. */
    List<Errand> errands() {
        int melli = at(2, () -> office.admit(BANK, "bank-melli"));
        int banks = at(5, () -> office.makeGroup("بانک‌های استان"));
        at(
                6,
                () ->
                        office.grant(
                                code(banks),
                                CIVIL,
                                BANKING,
                                "fields",
                                List.of("firstName", "birthDate")));
        at(7, () -> office.join(code(banks), "body-bank-melli"));
        int maskan = at(12, () -> office.admit("بانک مسکن: پروندهٔ وام", "bank-maskan"));
        at(13, () -> office.join(code(banks), "body-bank-maskan"));
        int health = at(18, () -> office.admit("بیمهٔ سلامت: استحقاق درمان", "health-insurance"));
        at(
                19,
                () ->
                        office.grant(
                                code(health),
                                CIVIL,
                                DELIVERY,
                                "fields",
                                List.of("alive", "birthDate")));
        questions(melli, maskan, health);
        employer();
        complaints();
        return errands.stream().sorted((a, b) -> a.at().compareTo(b.at())).toList();
    }

    /** Remembers its number, by which later ones know what came of it. */
    private int at(int percent, Errand.Step step) {
        int number = FIRST_NUMBER + errands.size();
        // A second apart, so that what is planned for one day happens in the order of the plan.
        errands.add(new Errand(number, moment(percent).plusSeconds(errands.size()), step));
        return number;
    }

    private String code(int number) throws Stuck {
        String code = diary.page(number).code();
        if (code.isEmpty()) {
            throw new Stuck("What it needs did not happen before");
        }
        return code;
    }

    /** In office hours, on a working day so far through the history. */
    private Instant moment(int percent) {
        Span span = diary.span();
        long days = span.to().toEpochDay() - span.from().toEpochDay();
        LocalDate day = span.from().plusDays(days * percent / 100);
        while (!hours.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return hours.office(day);
    }

    private void questions(int melli, int maskan, int health) {
        for (int i = 0; i < ROUNDS; i++) {
            int round = i;
            String about = PEOPLE.get(i % PEOPLE.size());
            at(
                    20 + 9 * i,
                    () ->
                            asking.ask(
                                    code(melli),
                                    CIVIL,
                                    BANKING,
                                    about,
                                    "KYC-14" + (10 + round),
                                    Map.entry("fields", List.of("firstName", "birthDate"))));
            at(
                    23 + 9 * i,
                    () ->
                            asking.ask(
                                    code(maskan),
                                    CIVIL,
                                    BANKING,
                                    about,
                                    "LOAN-3" + round,
                                    Map.entry("match", Map.of("birthDate", "1995-06-22"))));
            at(
                    26 + 9 * i,
                    () ->
                            asking.ask(
                                    code(health),
                                    CIVIL,
                                    DELIVERY,
                                    about,
                                    "CARE-7" + round,
                                    Map.entry("fields", List.of("alive"))));
        }
        // More than the group's right gives: refused, and the person sees that too.
        at(
                70,
                () ->
                        asking.ask(
                                code(maskan),
                                CIVIL,
                                BANKING,
                                MARYAM.nationalId(),
                                "LOAN-41",
                                Map.entry("fields", List.of("fatherName"))));
    }

    private void employer() {
        int employer = at(30, () -> office.admit("تأمین اجتماعی: جذب نیرو", "social-security"));
        at(
                31,
                () ->
                        office.grant(
                                code(employer),
                                DEGREES,
                                CHECKING,
                                "fields",
                                List.of("levelTitle", "year")));
        int given = at(52, () -> atCounter(code(employer), "HR-21", 60));
        at(53, () -> degree(code(employer), "HR-21"));
        at(64, () -> citizens.withdraw(MARYAM, code(given)));
        // Without a consent in force: refused.
        at(66, () -> degree(code(employer), "HR-21"));
        at(88, () -> atCounter(code(employer), "HR-34", 90));
        at(90, () -> degree(code(employer), "HR-34"));
        at(98, () -> asking.wish(code(employer), "portal", MARYAM, wish("HR-40", 60)));
    }

    private String degree(String employer, String issue)
            throws IOException, InterruptedException, Stuck {
        return asking.ask(
                employer,
                DEGREES,
                CHECKING,
                MARYAM.nationalId(),
                issue,
                Map.entry("fields", List.of("levelTitle", "year")));
    }

    /** She tells the clerk the code that came to her phone. */
    private String atCounter(String employer, String reference, int days)
            throws IOException, InterruptedException, Stuck {
        int before = citizens.texts(MARYAM);
        String consent = asking.wish(employer, "counter", MARYAM, wish(reference, days));
        asking.tellCode(employer, consent, citizens.code(MARYAM, before));
        return consent;
    }

    private Map<String, ?> wish(String reference, int days) {
        return Map.of(
                "registry",
                DEGREES,
                "purpose",
                CHECKING,
                "fields",
                List.of("levelTitle", "year"),
                "until",
                asking.in(days).toString(),
                "once",
                false,
                "reference",
                reference);
    }

    private void complaints() {
        at(
                60,
                () ->
                        office.lookUp(
                                "guild-kerman",
                                MARYAM.nationalId(),
                                "مراجعهٔ حضوری برای پرسیدن از وضعیت پروانه"));
        at(93, () -> office.hide("9990000034", "police", "۱۴۰۵/۷۱۲"));
        at(96, () -> citizens.complain(MARYAM, BANK, "در این بانک حسابی ندارم."));
    }
}
