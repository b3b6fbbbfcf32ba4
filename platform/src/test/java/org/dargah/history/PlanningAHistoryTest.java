package org.dargah.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.WorkingCalendar;
import org.dargah.sandbox.people.Crowd;
import org.dargah.sandbox.people.DemoNationalId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlanningAHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");
    private static final Span SPAN = Span.until(NOW, 400);
    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(
                    Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                    Map.of(LocalDate.of(2026, 11, 13), "تعطیل"));
    private static Plan plan = new Plan(List.of());

    @BeforeAll
    static void think() throws Exception {
        plan = thought();
    }

    private static Plan thought() throws Exception {
        return Plan.of(SPAN, Lore.in(Path.of("../provinces")), people(), CALENDAR);
    }

    /** As the sandbox lists them. */
    static List<Resident> people() {
        String listed = JsonMapper.shared().writeValueAsString(Crowd.of(3_000).toList());
        return List.of(JsonMapper.shared().readValue(listed, Resident[].class));
    }

    @Test
    void theSameWorldGivesTheSamePlan() throws Exception {
        assertThat(thought()).isEqualTo(plan);
    }

    @Test
    void eachCaseHasAKeyOfItsOwn() {
        assertThat(plan.stories()).hasSize(400);
        assertThat(plan.stories().stream().map(Story::key)).doesNotHaveDuplicates();
        assertThat(
                        plan.stories().stream()
                                .map(Story::shop)
                                .filter(shop -> shop != null)
                                .map(Story.Shop::postcode))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingHappensOutsideTheSpanOrBeforeWhatItFollows() {
        for (Story story : plan.stories()) {
            assertThat(story.deeds().getFirst()).isInstanceOf(Deed.Apply.class);
            List<Instant> times = story.deeds().stream().map(Deed::at).toList();
            assertThat(times).isSorted().doesNotHaveDuplicates();
            assertThat(times.getFirst()).isAfter(Tehran.startOf(SPAN.from()));
            assertThat(times.getLast()).isBefore(NOW);
        }
    }

    @Test
    void officersWorkOnWorkingDays() {
        assertThat(deeds())
                .filteredOn(deed -> ofOffice(deed))
                .allMatch(deed -> CALENDAR.isWorkingDay(Tehran.dateOf(deed.at())))
                .allMatch(
                        deed -> {
                            int hour = deed.at().atZone(Tehran.ZONE).getHour();
                            return hour >= 8 && hour <= 12;
                        });
    }

    @Test
    void itLooksLikeLife() {
        List<Story> licences = plan.stories().stream().filter(Story::isLicence).toList();
        assertThat(licences).hasSizeBetween(180, 250);
        assertThat(share(licences, Deed.AskCorrection.class)).isBetween(0.08, 0.25);
        assertThat(share(licences, Deed.Refuse.class)).isBetween(0.06, 0.18);
        assertThat(share(plan.stories(), Deed.Rate.class)).isBetween(0.3, 0.5);
        assertThat(share(licences, Deed.Withdraw.class)).isBetween(0.005, 0.06);
        assertThat(licences.stream().map(story -> shop(story).county()).distinct())
                .hasSizeGreaterThan(6);
        assertThat(licences).filteredOn(story -> isUnpaid(story)).isNotEmpty();
    }

    @Test
    void atLeastThreeOfficesHaveFreshNearAndOverdueCasesToday() {
        List<String> full =
                Stream.of("کرمان", "رفسنجان", "سیرجان", "جیرفت", "بم")
                        .filter(county -> waits(county, age -> age <= 3))
                        .filter(county -> waits(county, age -> age >= 5 && age <= 7))
                        .filter(county -> waits(county, age -> age > 7))
                        .toList();
        assertThat(full).hasSizeGreaterThanOrEqualTo(3);
    }

    private static boolean waits(String county, Predicate<Integer> age) {
        return plan.stories().stream()
                .filter(Story::isLicence)
                .filter(story -> shop(story).county().equals(county))
                .filter(story -> story.deeds().size() == 1 && !isUnpaid(story))
                .map(story -> Tehran.dateOf(story.deeds().getFirst().at()))
                .map(day -> CALENDAR.workingDaysBetween(day, SPAN.to()))
                .anyMatch(age);
    }

    @Test
    void whoIsRefusedFailsThatCondition() {
        for (Story story : plan.stories()) {
            story.deeds().stream()
                    .filter(Deed.Refuse.class::isInstance)
                    .map(deed -> ((Deed.Refuse) deed).condition())
                    .forEach(number -> assertThat(fails(story, number)).as("%s", number).isTrue());
        }
    }

    private static boolean fails(Story story, int condition) {
        Resident who = story.applicant();
        LocalDate day = Tehran.dateOf(story.deeds().getFirst().at());
        return switch (condition) {
            case 1 -> !who.isOfAge(day);
            case 2 -> shop(story).usage().equals("residential");
            case 3 -> !who.isFreeOfService();
            case 4 -> who.schooling() < 2;
            case 5 -> Integer.parseInt(story.answers().get("area")) < 12;
            default -> condition == 6;
        };
    }

    @Test
    void thePeopleOfTheWalkThroughStayFree() {
        assertThat(
                        plan.stories().stream()
                                .map(story -> DemoNationalId.serial(story.applicant().nationalId()))
                                .min(Comparator.naturalOrder()))
                .hasValueSatisfying(least -> assertThat(least).isGreaterThanOrEqualTo(Crowd.FIRST));
    }

    private static Story.Shop shop(Story story) {
        return Objects.requireNonNull(story.shop());
    }

    private static List<Deed> deeds() {
        return plan.stories().stream().flatMap(story -> story.deeds().stream()).toList();
    }

    private static boolean ofOffice(Deed deed) {
        return switch (deed) {
            case Deed.AskCorrection ask -> true;
            case Deed.Approve approve -> true;
            case Deed.Refuse refuse -> true;
            case Deed.Apply apply -> false;
            case Deed.Correct correct -> false;
            case Deed.Withdraw withdraw -> false;
            case Deed.Rate rate -> false;
        };
    }

    private static boolean isUnpaid(Story story) {
        return story.deeds().getFirst() instanceof Deed.Apply apply && !apply.pays();
    }

    private static double share(List<Story> stories, Class<? extends Deed> kind) {
        long with =
                stories.stream()
                        .filter(story -> story.deeds().stream().anyMatch(kind::isInstance))
                        .count();
        return (double) with / stories.size();
    }
}
