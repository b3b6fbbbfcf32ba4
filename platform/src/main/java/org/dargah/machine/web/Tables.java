package org.dargah.machine.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dargah.cases.Jobs;
import org.dargah.cases.Stage;
import org.dargah.exchange.Registries;
import org.dargah.machine.Sign;
import org.dargah.machine.internal.Meters;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Tone;
import org.dargah.ui.Words;

/** The tables of the machine's page. */
final class Tables {

    private final Words words;

    Tables(Words words) {
        this.words = words;
    }

    DataTable signs(Map<Sign, Double> figures) {
        return new DataTable(
                words.t("machine.signs"),
                columns("sign", "now", "level", "do"),
                figures.entrySet().stream()
                        .sorted(Comparator.comparing(Tables::level))
                        .map(sign -> sign(sign.getKey(), sign.getValue()))
                        .toList());
    }

    private static Sign.Level level(Map.Entry<Sign, Double> sign) {
        return sign.getKey().levelAt(sign.getValue());
    }

    private List<Cell> sign(Sign sign, double figure) {
        Sign.Level level = sign.levelAt(figure);
        return List.of(
                Cell.text(words.t(sign.key())),
                Cell.text(Reading.of(sign, figure, words)),
                Cell.tag(
                        words.t("machine.level." + level.name().toLowerCase(Locale.ROOT)),
                        Reading.tone(level)),
                Cell.text(words.t(sign.key() + ".do")));
    }

    /**
     * @param mayRetry whether the reader may hand dead jobs to the engine again
     */
    DataTable jobs(List<Jobs.Stuck> stuck, boolean mayRetry) {
        List<String> columns = new ArrayList<>(columns("case", "step", "since", "state"));
        if (mayRetry) {
            columns.add(words.t("machine.column.retry"));
        }
        return new DataTable(
                words.t("machine.jobs"),
                columns,
                stuck.stream().map(job -> job(job, mayRetry)).toList());
    }

    private List<Cell> job(Jobs.Stuck job, boolean mayRetry) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.code(job.tracking().text(), "/track/" + job.tracking().text()));
        cells.add(Cell.text(job.step()));
        cells.add(Cell.time(job.since()));
        cells.add(state(job.state()));
        if (mayRetry) {
            cells.add(
                    job.state() == Jobs.State.DEAD
                            ? Cell.link(
                                    words.t("machine.retry"), "/work/machine/retries/" + job.id())
                            : Cell.text(words.t("machine.retry.by-itself")));
        }
        return cells;
    }

    private Cell state(Jobs.State state) {
        return switch (state) {
            case DEAD -> Cell.tag(words.t("machine.job.dead"), Tone.ERR);
            case FAILING -> Cell.tag(words.t("machine.job.failing"), Tone.WARN);
            case WAITING_FOR_REGISTRY -> Cell.tag(words.t("machine.job.registry"), Tone.INFO);
        };
    }

    DataTable answers(List<Meters.Answers> answers, Registries registries) {
        return new DataTable(
                words.t("machine.answers"),
                columns("registry", "outcome", "count", "mean", "longest"),
                answers.stream().map(one -> answer(one, registries)).toList());
    }

    private List<Cell> answer(Meters.Answers one, Registries registries) {
        String registry =
                registries
                        .find(one.registry())
                        .map(card -> words.pick(card.titleFa(), card.titleEn()))
                        .orElseGet(() -> words.t("machine.registry.none"));
        return List.of(
                Cell.text(registry),
                Cell.text(words.t("machine.outcome." + one.outcome().toLowerCase(Locale.ROOT))),
                Cell.figure(words.number(one.count())),
                Cell.figure(Reading.took(one.mean(), words)),
                Cell.figure(Reading.took(one.longest(), words)));
    }

    DataTable stages(Meters meters) {
        return new DataTable(
                words.t("machine.stages"),
                columns("stage", "count"),
                Arrays.stream(Stage.values())
                        .map(
                                stage ->
                                        List.of(
                                                Cell.text(words.t(stage.key())),
                                                Cell.figure(cases(stage, meters))))
                        .toList());
    }

    private String cases(Stage stage, Meters meters) {
        double count = meters.cases(stage.name().toLowerCase(Locale.ROOT));
        return Double.isNaN(count) ? words.t("machine.figure.unknown") : words.number((long) count);
    }

    private List<String> columns(String... keys) {
        return Arrays.stream(keys).map(key -> words.t("machine.column." + key)).toList();
    }
}
