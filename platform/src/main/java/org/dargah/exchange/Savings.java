package org.dargah.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.acts.Period;
import org.dargah.exchange.internal.SavingsFile;
import org.dargah.exchange.internal.SavingsTable;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.dargah.kernel.Rial;
import org.dargah.kernel.Tehran;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What asking registries saved people, by a formula that stands in a file and on the page. */
@Component
public final class Savings {

    /** Counting a month of a million questions takes seconds; nobody needs them fresher. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final int PERIODS = 24;

    private final SavingsTable table;
    private final SavingsFile file;
    private final Province province;
    private final Clock clock;
    private final Cache<Period, List<Line>> counted =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(PERIODS).build();

    Savings(
            SavingsTable table,
            SavingsFile file,
            @Value("${dargah.province}") String province,
            Clock clock) {
        this.table = table;
        this.file = file;
        this.province = new Province(province);
        this.clock = clock;
    }

    /**
     * What one body asked of one registry in a period.
     *
     * @param asked all questions
     * @param answered those to which the registry knew something
     * @param refused those that were not forwarded
     * @param replaced times that somebody need not have brought a paper: answered questions for a
     *     purpose that counts, once for each case or person a day
     */
    public record Line(
            AgencyCode agency,
            String registry,
            long asked,
            long answered,
            long refused,
            long replaced) {}

    /** Sheets of paper, trips and what both would have cost. */
    public record Saved(long papers, long trips, Rial money) {

        public static final Saved NOTHING = new Saved(0, 0, Rial.ZERO);

        public Saved plus(Saved other) {
            return new Saved(papers + other.papers, trips + other.trips, money.plus(other.money));
        }
    }

    /** What one paper or trip costs somebody, and where the amount is from. */
    public record Price(Rial amount, String basisFa, String basisEn) {}

    /**
     * The formula. A registry's answer, where it replaced something, replaced so many papers and
     * trips.
     *
     * @param sample nobody has signed the amounts yet
     * @param replaces by the codes of registries
     */
    public record Formula(boolean sample, Price paper, Price trip, Map<String, Replaced> replaces) {

        public Formula {
            replaces = Map.copyOf(replaces);
        }
    }

    /** Instead of what an answer of a registry stands. */
    public record Replaced(int papers, int trips) {}

    /** Empty when the province states none: then nothing is said to be saved. */
    public Optional<Formula> formula() {
        return file.formula();
    }

    /** By body and registry, those that asked nothing left out. */
    public List<Line> lines(Period period) {
        return counted.get(period, it -> table.lines(province, it, file.except()));
    }

    public Saved saved(Line line) {
        return file.saved(line.registry(), line.replaced());
    }

    /** Bodies whose programs hold a right today. */
    public int connected() {
        return table.connected(province, Tehran.today(clock));
    }

    /** Bodies whose programs asked in a period. */
    public int asking(Period period) {
        return table.asking(province, period);
    }
}
