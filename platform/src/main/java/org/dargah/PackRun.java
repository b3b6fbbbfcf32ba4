package org.dargah;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dargah.cases.Rehearsals;
import org.dargah.cases.Rehearsed;
import org.dargah.catalog.Example;
import org.dargah.catalog.OnceOnly;
import org.dargah.catalog.Workbench;
import org.dargah.catalog.Workbench.Look;
import org.springframework.stereotype.Component;

/**
 * {@code ./dargah packs}: what is wrong with service packs, said on the terminal to whoever writes
 * them.
 */
@Component
class PackRun {

    /** What is done with packs. */
    enum Kind {
        /** Its examples are walked. */
        TEST,
        /** What it asks too much. */
        LINT
    }

    private final Workbench workbench;
    private final Rehearsals rehearsals;

    PackRun(Workbench workbench, Rehearsals rehearsals) {
        this.workbench = workbench;
        this.rehearsals = rehearsals;
    }

    /**
     * @param folder one pack, or a folder of packs
     * @return 0 when nothing is wrong
     */
    int run(Kind kind, Path folder) throws IOException {
        List<Look> looks =
                Files.exists(folder.resolve("service.yaml"))
                        ? List.of(workbench.look(folder))
                        : workbench.lookAtAll(folder);
        if (looks.isEmpty()) {
            IO.println("There is no pack in " + folder);
            return 1;
        }
        return switch (kind) {
            case TEST -> test(looks);
            case LINT -> lint(looks);
        };
    }

    private int test(List<Look> looks) {
        int good = 0;
        int bad = 0;
        for (Look look : looks) {
            IO.println(look.pack());
            switch (look) {
                case Look.Bad refused -> {
                    bad++;
                    refused.problems().forEach(problem -> IO.println("  ✗ " + problem));
                }
                case Look.Good whole -> {
                    for (Rehearsed one : rehearsals.run(whole.service(), whole.examples())) {
                        say(one);
                        good += one.isGood() ? 1 : 0;
                        bad += one.isGood() ? 0 : 1;
                    }
                }
            }
        }
        IO.println(good + " examples hold, " + bad + (bad == 1 ? " does not" : " do not"));
        return bad == 0 ? 0 : 1;
    }

    private static void say(Rehearsed one) {
        String name = one.example().file().replaceFirst("^examples/", "").replace(".yaml", "");
        IO.println(
                "  %s %-40s %-12s %4d ms"
                        .formatted(
                                one.isGood() ? "✓" : "✗",
                                name,
                                one.got().outcome().orElse(""),
                                one.took().toMillis()));
        if (!one.trouble().isEmpty()) {
            IO.println("      " + one.trouble());
        }
        for (Example.Difference difference : one.differences()) {
            IO.println("      " + difference.field() + ": " + difference);
        }
    }

    private static int lint(List<Look> looks) {
        int bad = 0;
        long questions = 0;
        long papers = 0;
        for (Look look : looks) {
            switch (look) {
                case Look.Bad refused -> {
                    bad++;
                    IO.println(refused.pack());
                    refused.problems().forEach(problem -> IO.println("  ✗ " + problem));
                }
                case Look.Good whole -> {
                    OnceOnly found = whole.onceOnly();
                    say(whole.pack(), found);
                    bad += found.isGood() ? 0 : 1;
                    questions += found.sparedQuestions();
                    papers += found.sparedPapers();
                }
            }
        }
        IO.println(
                "%s: %s and %s could be dropped"
                        .formatted(
                                counted(looks.size(), "service"),
                                counted(questions, "question"),
                                counted(papers, "paper")));
        return bad == 0 ? 0 : 1;
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static void say(String pack, OnceOnly found) {
        IO.println(
                "%s %-44s %3d questions, %2d papers; could drop %d and %d"
                        .formatted(
                                found.isGood() ? "✓" : "✗",
                                pack,
                                found.questions(),
                                found.papers(),
                                found.sparedQuestions(),
                                found.sparedPapers()));
        for (OnceOnly.Finding doubt : found.doubts()) {
            IO.println(
                    "  ? %s reads like %s of %s, and declares itself to be something else"
                            .formatted(doubt.question(), doubt.gives(), doubt.registry()));
        }
        for (OnceOnly.Finding finding : found.findings()) {
            IO.println(
                    finding.legalReason()
                            .map(
                                    law ->
                                            "  § %s is asked though %s gives %s: %s"
                                                    .formatted(
                                                            finding.question(),
                                                            finding.registry(),
                                                            finding.gives(),
                                                            law.fa()))
                            .orElseGet(() -> "  ✗ " + finding.problem()));
        }
    }
}
