package org.dargah.board.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import org.dargah.board.Month;
import org.dargah.board.Spared;
import org.dargah.board.Spared.Share;
import org.dargah.board.Spared.Sum;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Savings;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.AgencyCode;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Tile;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What asking registries saved people: papers, trips and money, by body, registry and month. */
@Controller
class SparedController {

    private static final String HERE = "/board/inquiries";
    private static final double MILLION = 1e6;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Spared spared;
    private final Savings savings;
    private final Registries registries;
    private final Gate gate;
    private final Filters filters;
    private final Vocabulary vocabulary;
    private final Clock clock;

    SparedController(
            Spared spared,
            Savings savings,
            Registries registries,
            Gate gate,
            Filters filters,
            Vocabulary vocabulary,
            Clock clock) {
        this.spared = spared;
        this.savings = savings;
        this.registries = registries;
        this.gate = gate;
        this.filters = filters;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping(HERE)
    ModelAndView page(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String agency,
            CurrentOfficer officer,
            Locale locale) {
        Words words = vocabulary.in(locale);
        Asked asked = gate.read(new Gate.Query(period, agency, "", ""), officer);
        List<Share<AgencyCode>> bodies = bodies(asked);
        return Reply.page(
                "board/spared",
                new SparedPage(
                        filters.inWords(asked, words),
                        clock.instant(),
                        filters.periodAndAgency(asked, officer, words),
                        asked.at(HERE + ".csv"),
                        tiles(asked, Spared.total(bodies), words),
                        bodies.isEmpty() ? null : content(asked, bodies, words),
                        savings.formula().map(it -> formula(it, words)).orElse(null)));
    }

    private static int months(Asked asked) {
        return asked.month() == null ? Asked.MONTHS : 1;
    }

    private List<Share<AgencyCode>> bodies(Asked asked) {
        return spared.byBody(asked.scope().agency(), asked.last(), months(asked));
    }

    private List<Tile> tiles(Asked asked, Sum total, Words words) {
        return List.of(
                tile("papers", words.number(total.saved().papers()), "", "", words),
                tile("trips", words.number(total.saved().trips()), "", "", words),
                tile(
                        "money",
                        words.decimal(total.saved().money().amount() / MILLION, 1),
                        words.t("board.spared.rial"),
                        "",
                        words),
                tile(
                        "answered",
                        words.number(total.answered()),
                        "",
                        words.t("board.spared.of-asked", total.asked()),
                        words),
                tile(
                        "connected",
                        words.number(savings.connected()),
                        "",
                        words.t("board.spared.asking", spared.asking(asked.last(), months(asked))),
                        words));
    }

    private static Tile tile(String name, String figure, String unit, String detail, Words words) {
        return new Tile(words.t("board.spared." + name), figure, unit, detail, null);
    }

    private SparedPage.Content content(Asked asked, List<Share<AgencyCode>> bodies, Words words) {
        AgencyCode agency = asked.scope().agency();
        return new SparedPage.Content(
                table("body", bodies, body -> filters.title(body, words), words),
                table(
                        "registry",
                        spared.byRegistry(agency, asked.last(), months(asked)),
                        code -> registry(code, words),
                        words),
                asked.month() != null
                        ? null
                        : table(
                                "month",
                                spared.byMonth(agency, asked.last(), Asked.MONTHS).reversed(),
                                month -> month.title(words.locale()),
                                words));
    }

    /** A question may name a registry that nobody declared; it was refused. */
    private String registry(String code, Words words) {
        return registries
                .find(code)
                .map(it -> words.pick(it.titleFa(), it.titleEn()))
                .orElse(words.t("board.spared.unknown"));
    }

    private static <T> DataTable table(
            String by, List<Share<T>> shares, Function<T, String> title, Words words) {
        return new DataTable(
                words.t("board.spared.by-" + by),
                List.of(
                        words.t("board.spared.column." + by),
                        words.t("board.spared.asked"),
                        words.t("board.spared.answered"),
                        words.t("board.spared.refused"),
                        words.t("board.spared.papers"),
                        words.t("board.spared.trips"),
                        words.t("board.spared.money.column")),
                shares.stream().map(share -> row(title.apply(share.of()), share, words)).toList());
    }

    private static List<Cell> row(String title, Share<?> share, Words words) {
        Sum sum = share.sum();
        return List.of(
                Cell.text(title),
                Cell.figure(words.number(sum.asked())),
                Cell.figure(words.number(sum.answered())),
                Cell.figure(words.number(sum.refused())),
                Cell.figure(words.number(sum.saved().papers())),
                Cell.figure(words.number(sum.saved().trips())),
                Cell.figure(words.number(sum.saved().money().amount())));
    }

    private SparedPage.Formula formula(Savings.Formula formula, Words words) {
        var rows = new ArrayList<Row>();
        new TreeMap<>(formula.replaces())
                .forEach(
                        (code, replaced) ->
                                rows.add(
                                        new Row(
                                                words.t(
                                                        "board.spared.an-answer",
                                                        registry(code, words)),
                                                words.t(
                                                        "board.spared.replaces",
                                                        replaced.papers(),
                                                        replaced.trips()))));
        rows.add(price("board.spared.paper-price", formula.paper(), words));
        rows.add(price("board.spared.trip-price", formula.trip(), words));
        return new SparedPage.Formula(formula.sample(), rows);
    }

    private static Row price(String key, Savings.Price price, Words words) {
        return new Row(words.t(key), words.money(price.amount()))
                .from(words.pick(price.basisFa(), price.basisEn()));
    }

    /** For spreadsheets: a line a body and month, codes and plain numbers. */
    @GetMapping(HERE + ".csv")
    ResponseEntity<String> csv(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String agency,
            CurrentOfficer officer) {
        Asked asked = gate.read(new Gate.Query(period, agency, "", ""), officer);
        var lines = new ArrayList<String>();
        lines.add("month,agency,asked,answered,refused,papers,trips,rial");
        for (int i = months(asked) - 1; i >= 0; i--) {
            Month month = asked.last().plus(-i);
            spared.byBody(asked.scope().agency(), month, 1)
                    .forEach(share -> lines.add(line(month, share)));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("inquiries.csv")
                                .build()
                                .toString())
                .body(BYTE_ORDER_MARK + String.join("\r\n", lines) + "\r\n");
    }

    private static String line(Month month, Share<AgencyCode> share) {
        Sum sum = share.sum();
        return "%s,%s,%d,%d,%d,%d,%d,%d"
                .formatted(
                        month.code(),
                        share.of(),
                        sum.asked(),
                        sum.answered(),
                        sum.refused(),
                        sum.saved().papers(),
                        sum.saved().trips(),
                        sum.saved().money().amount());
    }
}
