package org.dargah.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.WorkingCalendar;

/**
 * All that will happen, thought out before the first deed; the same span, lore, people and calendar
 * give the same plan.
 */
record Plan(List<Story> stories) {

    private static final long SEED = 0x14050901L;
    private static final int LICENCES = 54;
    private static final int BY_DAY = 62;
    private static final int GROWTH = 300;

    /** One case in so many lies on a desk today, chosen so that each desk shows all there is. */
    private static final int ON_DESKS = 12;

    /** A deed of a story, by its place in it. */
    record Task(Story story, int index) {

        Deed deed() {
            return story.deeds().get(index);
        }
    }

    Plan {
        stories = List.copyOf(stories);
    }

    static Plan of(Span span, Lore lore, List<Resident> people, WorkingCalendar calendar) {
        var dice = new Dice(SEED);
        var hours = new Hours(span, calendar);
        var crowd = new Crowd(people, dice);
        var licences = new LicencePlot(span, lore, hours, dice, crowd);
        var certificates = new CertificatePlot(span, lore, hours, dice, crowd);
        var stories = new ArrayList<Story>(licences.onTheDesks(span.cases() / ON_DESKS));
        int left = span.cases() - stories.size();
        for (LocalDate day : days(left, span, lore, hours, dice)) {
            Instant at = moment(day, hours, dice, span);
            int number = stories.size() + 1;
            stories.add(
                    dice.percent(LICENCES)
                            ? licences.story(number, at)
                            : certificates.story(number, at));
        }
        return new Plan(stories);
    }

    /** One day for each case, in order, as busy as its month and its weekday. */
    private static List<LocalDate> days(int cases, Span span, Lore lore, Hours hours, Dice dice) {
        List<LocalDate> all = span.from().datesUntil(span.to().plusDays(1)).toList();
        ToDoubleFunction<LocalDate> weight = day -> weight(day, span, lore, hours);
        double whole = all.stream().mapToDouble(weight).sum();
        var days = new ArrayList<LocalDate>();
        double passed = 0;
        int next = 0;
        for (int i = 0; i < cases; i++) {
            double wanted = (i + dice.fraction()) / cases * whole;
            while (next < all.size() - 1 && passed + weight.applyAsDouble(all.get(next)) < wanted) {
                passed += weight.applyAsDouble(all.get(next));
                next++;
            }
            days.add(all.get(next));
        }
        return days;
    }

    /** A young programme grows. */
    private static double weight(LocalDate day, Span span, Lore lore, Hours hours) {
        double month = lore.months().get(JalaliDate.of(day).month() - 1);
        double grown = 1 + day.toEpochDay() - span.from().toEpochDay();
        return (GROWTH + grown) * (hours.isWorkingDay(day) ? month : month / 4);
    }

    private static Instant moment(LocalDate day, Hours hours, Dice dice, Span span) {
        boolean byDay = dice.percent(BY_DAY) && hours.isWorkingDay(day);
        Instant evening = hours.evening(day);
        return byDay || !evening.isBefore(span.until()) ? hours.office(day) : evening;
    }

    /** What happens at each moment, in the order of time. */
    NavigableMap<Instant, List<Task>> moments() {
        var moments = new TreeMap<Instant, List<Task>>();
        for (Story story : stories) {
            for (int i = 0; i < story.deeds().size(); i++) {
                moments.computeIfAbsent(story.deeds().get(i).at(), at -> new ArrayList<>())
                        .add(new Task(story, i));
            }
        }
        return moments;
    }
}
