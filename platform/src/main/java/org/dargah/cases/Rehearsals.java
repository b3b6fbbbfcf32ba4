package org.dargah.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dargah.cases.internal.RehearsalStage;
import org.dargah.catalog.Example;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.springframework.stereotype.Component;

/**
 * Walks the examples of a pack: its real form, rules, process and document, with the replies and
 * the people that an example brings. Nobody is asked or told, and nothing stays.
 */
@Component
public final class Rehearsals {

    private final RehearsalStage stage;

    Rehearsals(RehearsalStage stage) {
        this.stage = stage;
    }

    /**
     * The document of an example, marked as a specimen and never genuine; empty when the service
     * issues none or the form sends the person back.
     */
    public Optional<byte[]> specimen(Service service, Example example) {
        return stage.specimen(service, example);
    }

    /**
     * Takes some hundredths of a second for each example, and about a second more the first time.
     *
     * @param service of a pack in which nothing is wrong; it need not be published
     */
    public List<Rehearsed> run(Service service, List<Example> examples) {
        var rules = new Rules();
        var done = new ArrayList<Rehearsed>();
        for (Example example : examples) {
            long began = System.nanoTime();
            RehearsalStage.Played played = stage.play(service, example, rules);
            done.add(
                    new Rehearsed(
                            example,
                            played.got(),
                            played.trouble().isEmpty()
                                    ? example.differences(played.got())
                                    : List.of(),
                            played.trouble(),
                            Duration.ofNanos(System.nanoTime() - began)));
        }
        return done;
    }
}
