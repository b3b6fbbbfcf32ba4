package org.dargah.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dargah.acts.Period;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.exchange.Savings;
import org.dargah.exchange.Savings.Line;
import org.dargah.exchange.Savings.Saved;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What bodies asked registries instead of people, added up as boards show it. */
@Component
public final class Spared {

    private final Savings savings;
    private final Agencies agencies;

    Spared(Savings savings, Agencies agencies) {
        this.savings = savings;
        this.agencies = agencies;
    }

    /** Questions and what they saved, of one body, registry or month. */
    public record Sum(long asked, long answered, long refused, Saved saved) {

        static final Sum NOTHING = new Sum(0, 0, 0, Saved.NOTHING);

        Sum plus(Sum other) {
            return new Sum(
                    asked + other.asked,
                    answered + other.answered,
                    refused + other.refused,
                    saved.plus(other.saved));
        }
    }

    /** One line of a table. */
    public record Share<T>(T of, Sum sum) {}

    /**
     * @param agency whose questions count, with those of its offices; null for everybody's
     * @param last the newest of so many months
     */
    public List<Share<Month>> byMonth(@Nullable AgencyCode agency, Month last, int months) {
        return IntStream.range(0, months)
                .mapToObj(i -> last.plus(i - months + 1))
                .map(month -> new Share<>(month, sum(lines(agency, month))))
                .toList();
    }

    /** By agency, its offices added to it; whoever saved most comes first. */
    public List<Share<AgencyCode>> byBody(@Nullable AgencyCode agency, Month last, int months) {
        return shares(agency, last, months, line -> bodyOf(line.agency()));
    }

    /** The same by registry. */
    public List<Share<String>> byRegistry(@Nullable AgencyCode agency, Month last, int months) {
        return shares(agency, last, months, Line::registry);
    }

    private <T extends Comparable<T>> List<Share<T>> shares(
            @Nullable AgencyCode agency, Month last, int months, Function<Line, T> key) {
        Map<T, Sum> sums = new TreeMap<>();
        for (int i = 0; i < months; i++) {
            lines(agency, last.plus(-i))
                    .forEach(line -> sums.merge(key.apply(line), sum(line), Sum::plus));
        }
        var shares = new ArrayList<Share<T>>();
        sums.forEach((of, sum) -> shares.add(new Share<>(of, sum)));
        shares.sort(Comparator.comparingLong(share -> -share.sum().saved().money().amount()));
        return shares;
    }

    private AgencyCode bodyOf(AgencyCode code) {
        return agencies.find(code)
                .filter(body -> body.kind() == Agency.Kind.OFFICE)
                .map(Agency::parent)
                .orElse(code);
    }

    private List<Line> lines(@Nullable AgencyCode agency, Month month) {
        return savings.lines(period(month, month)).stream()
                .filter(line -> agency == null || agency.equals(bodyOf(line.agency())))
                .toList();
    }

    /** Bodies whose programs asked in these months. */
    public int asking(Month last, int months) {
        return savings.asking(period(last.plus(1 - months), last));
    }

    private static Period period(Month first, Month last) {
        return new Period(
                first.firstDay().atStartOfDay(Tehran.ZONE).toInstant(),
                last.plus(1).firstDay().atStartOfDay(Tehran.ZONE).toInstant());
    }

    private Sum sum(List<Line> lines) {
        return lines.stream().map(this::sum).reduce(Sum.NOTHING, Sum::plus);
    }

    private Sum sum(Line line) {
        return new Sum(line.asked(), line.answered(), line.refused(), savings.saved(line));
    }

    /** All lines of a table together. */
    public static <T> Sum total(List<Share<T>> shares) {
        return shares.stream().map(Share::sum).reduce(Sum.NOTHING, Sum::plus);
    }
}
