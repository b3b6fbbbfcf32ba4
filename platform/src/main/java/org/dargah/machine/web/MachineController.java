package org.dargah.machine.web;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.dargah.cases.Jobs;
import org.dargah.exchange.Registries;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Role;
import org.dargah.kernel.Province;
import org.dargah.machine.Sign;
import org.dargah.machine.internal.Meters;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How the machine feels, for the administrator and the auditor. */
@Controller
class MachineController {

    private static final int MOST_JOBS = 50;

    private final Meters meters;
    private final Jobs jobs;
    private final Registries registries;
    private final Vocabulary vocabulary;
    private final Clock clock;
    private final Province province;

    MachineController(
            Meters meters,
            Jobs jobs,
            Registries registries,
            Vocabulary vocabulary,
            Clock clock,
            @Value("${dargah.province}") String province) {
        this.meters = meters;
        this.jobs = jobs;
        this.registries = registries;
        this.vocabulary = vocabulary;
        this.clock = clock;
        this.province = new Province(province);
    }

    /**
     * @param again what came of handing a job to the engine: done, or gone because it was no longer
     *     there
     */
    @GetMapping("/work/machine")
    ModelAndView show(
            CurrentOfficer reader,
            @RequestParam(required = false) @Nullable String again,
            Locale locale) {
        Words words = vocabulary.in(locale);
        Map<Sign, Double> figures = new EnumMap<>(Sign.class);
        for (Sign sign : Sign.values()) {
            figures.put(sign, meters.figure(sign));
        }
        var tables = new Tables(words);
        Sign.Level worst = worst(figures);
        return Reply.page(
                "machine/machine",
                new MachinePage(
                        clock.instant(),
                        Reading.tone(worst),
                        words.t("machine.word." + worst.name().toLowerCase(Locale.ROOT)),
                        said(figures, words),
                        done(again, words),
                        tables.signs(figures),
                        tables.jobs(
                                jobs.stuck(province, MOST_JOBS),
                                reader.roles().contains(Role.ADMINISTRATOR)),
                        tables.answers(meters.answers(), registries),
                        tables.stages(meters)));
    }

    private static Sign.Level worst(Map<Sign, Double> figures) {
        if (count(figures, Sign.Level.ACT) > 0) {
            return Sign.Level.ACT;
        }
        return count(figures, Sign.Level.LOOK) + count(figures, Sign.Level.UNKNOWN) > 0
                ? Sign.Level.LOOK
                : Sign.Level.FINE;
    }

    private static long count(Map<Sign, Double> figures, Sign.Level level) {
        return figures.entrySet().stream()
                .filter(sign -> sign.getKey().levelAt(sign.getValue()) == level)
                .count();
    }

    private static String said(Map<Sign, Double> figures, Words words) {
        long act = count(figures, Sign.Level.ACT);
        long look = count(figures, Sign.Level.LOOK) + count(figures, Sign.Level.UNKNOWN);
        if (act > 0) {
            return words.t("machine.said.act", act);
        }
        return look > 0 ? words.t("machine.said.look", look) : words.t("machine.said.fine");
    }

    private static @Nullable String done(@Nullable String again, Words words) {
        if (again == null) {
            return null;
        }
        return words.t(again.equals("done") ? "machine.again.done" : "machine.again.gone");
    }
}
