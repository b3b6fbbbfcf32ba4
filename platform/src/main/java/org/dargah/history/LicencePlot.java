package org.dargah.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.kernel.Tehran;

/**
 * How a licence goes that an officer decides: mostly in time, sometimes late, mended, refused by a
 * condition that really fails, or taken back; the latest still wait on somebody's desk.
 */
final class LicencePlot {

    /** Decides for the offices that have nobody of their own in the demo. */
    private static final String SUPERVISOR = "guild-supervisor";

    private static final int STATUTORY_DAYS = 7;

    /** After so many working days the office has asked for a correction, and waits. */
    private static final int ASKED = 4;

    private static final int SELDOM = 5;
    private static final int REFUSED = 15;
    private static final int MENDED = 17;
    private static final int WITHDRAWN = 3;
    private static final int AGAIN = 15;

    /** Of those that came in so many working days, many are not decided yet. */
    private static final int RECENT = 13;

    private static final int WAITING = 30;
    private static final int AWAITING_APPLICANT = 15;
    private static final int FRESH = 3;
    private static final int UNPAID = 35;

    /** One number for each condition, as often as it is the reason. */
    private static final List<Integer> REASONS = List.of(1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 6);

    private static final char[] DIGITS = {'1', '3', '4', '5', '6', '7', '8', '9'};

    private final Span span;
    private final Lore lore;
    private final Hours hours;
    private final Dice dice;
    private final Crowd crowd;
    private final Ratings ratings;

    LicencePlot(Span span, Lore lore, Hours hours, Dice dice, Crowd crowd) {
        this.span = span;
        this.lore = lore;
        this.hours = hours;
        this.dice = dice;
        this.crowd = crowd;
        this.ratings = new Ratings(lore, hours, dice);
    }

    /**
     * @param failing the condition that fails, 0 for none
     */
    private record Wish(int failing, Lore.Trade trade, LocalDate day) {

        /** Who can wish so, so that the registries say what the officer will find. */
        boolean suits(Resident one) {
            return isOfRightAge(one)
                    && (failing == 1 || one.isFreeOfService() == (failing != 3))
                    && (failing == 4) == (one.schooling() < needed());
        }

        /** Who is refused for his age is nearly old enough. */
        private boolean isOfRightAge(Resident one) {
            return failing == 1
                    ? !one.isOfAge(day) && one.isOfAge(day.plusYears(3))
                    : one.isOfAge(day.minusYears(2));
        }

        private int needed() {
            return switch (trade.code()) {
                case "car-repair" -> 1;
                case "computer" -> 2;
                default -> 0;
            };
        }
    }

    Story story(int number, Instant at) {
        Lore.County county = dice.weighed(lore.counties());
        int failing = dice.percent(REFUSED) ? dice.pick(REASONS) : 0;
        return story(number, at, county, failing, deeds(at, county, failing));
    }

    /** For each office with an officer of its own: what is new, near its deadline and late. */
    List<Story> onTheDesks(int most) {
        var stories = new ArrayList<Story>();
        for (Lore.County county : lore.counties()) {
            boolean own = !county.officers().contains(SUPERVISOR);
            for (int age : own ? ages(county) : List.<Integer>of()) {
                if (stories.size() < most) {
                    Instant at = hours.office(hours.workingDaysAgo(age));
                    var deeds = new ArrayList<Deed>(List.of(new Deed.Apply(at, true)));
                    if (age == ASKED) {
                        ask(deeds, at, county.officers().getFirst(), dice.pick(lore.corrections()));
                    }
                    int failing = dice.percent(REFUSED) ? dice.pick(REASONS) : 0;
                    stories.add(story(stories.size() + 1, at, county, failing, deeds));
                }
            }
        }
        return stories;
    }

    /** In working days; an office that is hardly ever late has nothing late today. */
    private List<Integer> ages(Lore.County county) {
        var ages =
                new ArrayList<Integer>(
                        List.of(
                                dice.between(0, 1),
                                dice.between(2, 3),
                                ASKED,
                                dice.between(5, 6),
                                STATUTORY_DAYS));
        if (county.late() > SELDOM) {
            ages.add(STATUTORY_DAYS + dice.between(1, 4));
        }
        return ages;
    }

    private Story story(int number, Instant at, Lore.County county, int failing, List<Deed> deeds) {
        Wish wish = new Wish(failing, trade(failing), Tehran.dateOf(at));
        Resident applicant = crowd.nextOrAgain(wish::suits, AGAIN);
        Story.Shop shop = shop(number, county, failing == 2 ? "residential" : "commercial");
        return new Story(
                number,
                "history-" + span.until().toEpochMilli() + "-" + number,
                applicant,
                Story.LICENCE,
                answers(wish, shop),
                shop,
                deeds);
    }

    private Lore.Trade trade(int failing) {
        return switch (failing) {
            case 1 -> trade(dice.percent(50) ? "grocery" : "clothing");
            case 4 -> trade(dice.percent(60) ? "computer" : "car-repair");
            case 5 -> trade(dice.percent(60) ? "bakery" : "restaurant");
            default -> dice.weighed(lore.trades());
        };
    }

    private Lore.Trade trade(String code) {
        return lore.trades().stream()
                .filter(trade -> trade.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** A postcode of its own in the county, which no address of the sandbox has. */
    private Story.Shop shop(int number, Lore.County county, String usage) {
        var last = new StringBuilder("9");
        for (int rest = number, i = 0; i < 4; i++, rest /= DIGITS.length) {
            last.insert(1, DIGITS[rest % DIGITS.length]);
        }
        return new Story.Shop(
                county.prefix() + last,
                "کرمان",
                county.fa(),
                county.city(),
                dice.pick(lore.streets()),
                String.valueOf(dice.between(2, 180)),
                usage);
    }

    private Map<String, String> answers(Wish wish, Story.Shop shop) {
        var answers = new HashMap<String, String>();
        answers.put("postcode", shop.postcode());
        answers.put("trade", wish.trade().code());
        answers.put("unitName", dice.pick(wish.trade().names()));
        if (List.of("bakery", "restaurant").contains(wish.trade().code())) {
            int area = wish.failing() == 5 ? dice.between(6, 11) : dice.between(14, 120);
            answers.put("area", String.valueOf(area));
        }
        return answers;
    }

    private List<Deed> deeds(Instant at, Lore.County county, int failing) {
        int age = hours.age(Tehran.dateOf(at));
        if (age <= FRESH && dice.percent(UNPAID)) {
            return List.of(new Deed.Apply(at, false));
        }
        var deeds = new ArrayList<Deed>(List.of(new Deed.Apply(at, true)));
        if (dice.percent(WITHDRAWN)) {
            hours.eveningAfter(at, dice.between(1, 3))
                    .map(Deed.Withdraw::new)
                    .ifPresent(deeds::add);
            return deeds;
        }
        String officer = dice.pick(county.officers());
        boolean waits = age <= RECENT && dice.percent(WAITING);
        boolean mended = failing == 0 && dice.percent(MENDED);
        if (waits && dice.percent(AWAITING_APPLICANT)) {
            ask(deeds, at, officer, dice.pick(lore.corrections()));
        } else if (!waits && mended) {
            mend(deeds, at, officer, dice.between(1, 3));
        } else if (!waits) {
            decide(deeds, at, officer, delay(county), failing);
        }
        return deeds;
    }

    private int delay(Lore.County county) {
        return dice.percent(county.late())
                ? STATUTORY_DAYS + dice.between(1, 6)
                : Math.clamp(
                        county.days() + (long) dice.between(-2, 2) + dice.between(-1, 1),
                        1,
                        STATUTORY_DAYS);
    }

    private Optional<Instant> ask(
            List<Deed> deeds, Instant from, String officer, Lore.Correction correction) {
        Optional<Instant> asked = hours.officeAfter(from, dice.between(1, 3));
        asked.ifPresent(at -> deeds.add(new Deed.AskCorrection(at, officer, correction.ask())));
        return asked;
    }

    private void mend(List<Deed> deeds, Instant from, String officer, int daysAfter) {
        Lore.Correction correction = dice.pick(lore.corrections());
        Optional<Instant> sent =
                ask(deeds, from, officer, correction)
                        .flatMap(asked -> hours.eveningAfter(asked, dice.between(0, 4)));
        sent.ifPresent(at -> deeds.add(new Deed.Correct(at, correction.answer())));
        sent.ifPresent(at -> decide(deeds, at, officer, daysAfter, 0));
    }

    private void decide(List<Deed> deeds, Instant from, String officer, int days, int failing) {
        Optional<Instant> decided = hours.officeAfter(from, days);
        decided.ifPresent(
                at -> {
                    deeds.add(
                            failing == 0
                                    ? new Deed.Approve(at, officer)
                                    : new Deed.Refuse(
                                            at, officer, failing, lore.refusal(failing).text()));
                    ratings.after(at, failing == 0, days > STATUTORY_DAYS).ifPresent(deeds::add);
                });
    }
}
