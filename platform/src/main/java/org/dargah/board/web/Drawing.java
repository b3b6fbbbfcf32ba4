package org.dargah.board.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dargah.board.Board;
import org.dargah.board.Board.Cut;
import org.dargah.board.BoardSettings;
import org.dargah.board.Listing;
import org.dargah.board.Measure;
import org.dargah.board.Month;
import org.dargah.board.Period;
import org.dargah.kernel.AgencyCode;
import org.dargah.ui.Bar;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Tile;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns measures into the figures and tables of the board. */
@Component
class Drawing {

    private final Board board;
    private final Filters filters;
    private final BoardSettings settings;

    Drawing(Board board, Filters filters, BoardSettings settings) {
        this.board = board;
        this.filters = filters;
        this.settings = settings;
    }

    private record Body(AgencyCode code, String name, Measure measure) {}

    BoardPage.Content of(Asked asked, Measure total, Words words) {
        List<Month> months =
                IntStream.range(0, Asked.MONTHS)
                        .mapToObj(i -> asked.last().plus(i + 1 - Asked.MONTHS))
                        .toList();
        List<Period> periods = months.stream().map(Period::of).toList();
        List<Body> bodies = bodies(asked, words);
        Map<Cut, Measure> byMonth = board.byPeriod(asked.scope(), periods);
        Map<Cut, Measure> squares = board.byBody(asked.scope(), periods);
        return new BoardPage.Content(
                tiles(total, asked, words),
                !asked.scope().isWholeProvince(),
                settings.target(),
                ranking(bodies, asked, words),
                bodyTable(bodies, asked, words),
                trend(months, byMonth, words),
                monthTable(months, byMonth, asked, words),
                heat(months, bodies, squares, asked, words));
    }

    /** The best first; who decided nothing stands at the end. */
    private List<Body> bodies(Asked asked, Words words) {
        return board.byBody(asked.scope(), List.of(asked.period())).entrySet().stream()
                .map(
                        cut -> {
                            AgencyCode code = Objects.requireNonNull(cut.getKey().body());
                            return new Body(code, filters.title(code, words), cut.getValue());
                        })
                .sorted(
                        Comparator.comparing(
                                        (Body body) -> share(body.measure()),
                                        Comparator.reverseOrder())
                                .thenComparing(Body::name))
                .toList();
    }

    private static double share(Measure measure) {
        Double share = measure.onTimeShare();
        return share == null ? -1 : share;
    }

    private List<Tile> tiles(Measure total, Asked asked, Words words) {
        var figures = new Figures(words);
        String ofDecided = words.t("board.tile.of-decided", total.decided());
        String days = words.t("board.days");
        return List.of(
                tile("open", figures.count(Listing.OPEN, total, asked), "", "", words),
                tile(
                        "late",
                        figures.count(Listing.LATE, total, asked),
                        "",
                        words.t("board.tile.soon", total.soon()),
                        words),
                tile(
                        "on-time",
                        figures.share(total, asked),
                        total.decided() == 0 ? "" : words.t("board.percent"),
                        ofDecided,
                        words),
                tile(
                        "median",
                        figures.days(total.median(), total, asked),
                        total.decided() == 0 ? "" : days,
                        words.t("board.tile.median.detail"),
                        words),
                tile(
                        "ninetieth",
                        figures.days(total.ninetieth(), total, asked),
                        total.decided() == 0 ? "" : days,
                        words.t("board.tile.ninetieth.detail"),
                        words),
                tile(
                        "score",
                        figures.score(total, asked),
                        total.rated() == 0 ? "" : words.t("board.of-five"),
                        words.t("board.tile.rated", total.rated()),
                        words));
    }

    private static Tile tile(String name, Cell figure, String unit, String detail, Words words) {
        var shown = (Cell.Figure) figure;
        return new Tile(words.t("board.tile." + name), shown.text(), unit, detail, shown.href());
    }

    private List<Bar> ranking(List<Body> bodies, Asked asked, Words words) {
        var figures = new Figures(words);
        return bodies.stream()
                .filter(body -> body.measure().decided() > 0)
                .map(
                        body -> {
                            double share = share(body.measure());
                            return new Bar(
                                    body.name(),
                                    asked.of(body.code()).cases(Listing.DECIDED),
                                    (int) Math.round(share),
                                    figures.share(body.measure()),
                                    share < settings.target(),
                                    words.t(
                                            share < settings.target()
                                                    ? "board.below-target"
                                                    : "board.on-target"));
                        })
                .toList();
    }

    private DataTable bodyTable(List<Body> bodies, Asked asked, Words words) {
        boolean offices = !asked.scope().isWholeProvince();
        List<List<Cell>> rows =
                bodies.stream()
                        .map(
                                body -> {
                                    Asked own = asked.of(body.code());
                                    Cell name = Cell.link(body.name(), own.board());
                                    return row(name, body.measure(), own, words);
                                })
                        .toList();
        return new DataTable(
                words.t(offices ? "board.offices.caption" : "board.agencies.caption"),
                columns(words.t(offices ? "board.office" : "board.agency"), words),
                rows);
    }

    private static DataTable monthTable(
            List<Month> months, Map<Cut, Measure> measures, Asked asked, Words words) {
        List<List<Cell>> rows =
                months.reversed().stream()
                        .map(
                                month -> {
                                    Asked own = asked.in(month);
                                    Cell name = Cell.link(month.title(words.locale()), own.board());
                                    return row(name, measure(measures, month, null), own, words);
                                })
                        .toList();
        return new DataTable(
                words.t("board.months.caption"), columns(words.t("board.month"), words), rows);
    }

    private static List<String> columns(String first, Words words) {
        return List.of(
                first,
                words.t("board.column.submitted"),
                words.t("board.column.open"),
                words.t("board.column.soon"),
                words.t("board.column.late"),
                words.t("board.column.decided"),
                words.t("board.column.on-time"),
                words.t("board.column.median"),
                words.t("board.column.ninetieth"),
                words.t("board.column.score"));
    }

    private static List<Cell> row(Cell name, Measure measure, Asked asked, Words words) {
        var figures = new Figures(words);
        return List.of(
                name,
                figures.count(Listing.SUBMITTED, measure, asked),
                figures.count(Listing.OPEN, measure, asked),
                figures.count(Listing.SOON, measure, asked),
                figures.count(Listing.LATE, measure, asked),
                figures.count(Listing.DECIDED, measure, asked),
                figures.share(measure, asked),
                figures.days(measure.median(), measure, asked),
                figures.days(measure.ninetieth(), measure, asked),
                figures.score(measure, asked));
    }

    private static Measure measure(
            Map<Cut, Measure> measures, Month month, @Nullable AgencyCode body) {
        return measures.getOrDefault(new Cut(Period.of(month), body), Measure.NOTHING);
    }

    private @Nullable Trend trend(List<Month> months, Map<Cut, Measure> measures, Words words) {
        var figures = new Figures(words);
        List<Trend.Point> points = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            Month month = months.get(i);
            Measure measure = measure(measures, month, null);
            if (measure.decided() > 0) {
                points.add(
                        new Trend.Point(
                                i,
                                months.size(),
                                share(measure),
                                month.name(words.locale()),
                                figures.share(measure)));
            }
        }
        return points.size() < 2
                ? null
                : new Trend(
                        points,
                        settings.target(),
                        months.getFirst().title(words.locale()),
                        months.getLast().title(words.locale()));
    }

    private static BoardPage.Heat heat(
            List<Month> months,
            List<Body> bodies,
            Map<Cut, Measure> measures,
            Asked asked,
            Words words) {
        return new BoardPage.Heat(
                months.stream().map(month -> month.name(words.locale())).toList(),
                bodies.stream()
                        .map(
                                body ->
                                        new BoardPage.Heat.Line(
                                                body.name(),
                                                asked.of(body.code()).board(),
                                                months.stream()
                                                        .map(
                                                                month ->
                                                                        square(
                                                                                measure(
                                                                                        measures,
                                                                                        month,
                                                                                        body
                                                                                                .code()),
                                                                                asked.in(month)
                                                                                        .of(
                                                                                                body
                                                                                                        .code()),
                                                                                words))
                                                        .toList()))
                        .toList());
    }

    private static BoardPage.Heat.Square square(Measure measure, Asked asked, Words words) {
        if (measure.decided() == 0) {
            return new BoardPage.Heat.Square(Figures.NO_DATA, null, 0);
        }
        double share = share(measure);
        return new BoardPage.Heat.Square(
                words.number(Math.round(share)), asked.cases(Listing.DECIDED), step(share));
    }

    /** Below 60, then tens. */
    private static int step(double share) {
        return share < 60 ? 1 : Math.min(5, (int) share / 10 - 4);
    }
}
