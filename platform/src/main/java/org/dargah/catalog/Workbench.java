package org.dargah.catalog;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.dargah.catalog.internal.OnceOnlyRules;
import org.dargah.catalog.internal.Pack;
import org.dargah.catalog.internal.PackCheck;
import org.dargah.catalog.internal.PackFolder;
import org.dargah.catalog.internal.Packs;
import org.dargah.catalog.internal.VersionTable;
import org.dargah.exchange.Registries;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Packs that somebody is working on: read and checked as for publishing, and not kept. */
@Component
public final class Workbench {

    /** What a look at a pack shows. */
    public sealed interface Look {

        /** As the folder is called: agency/service. */
        String pack();

        /**
         * Nothing is wrong with it; whether it asks too much is said apart.
         *
         * @param examples not yet walked
         */
        record Good(String pack, Service service, List<Example> examples, OnceOnly onceOnly)
                implements Look {
            public Good {
                examples = List.copyOf(examples);
            }
        }

        record Bad(String pack, List<Problem> problems) implements Look {
            public Bad {
                problems = List.copyOf(problems);
            }
        }
    }

    private final List<EffectKind> effects;
    private final OnceOnlyRules onceOnly;
    private final Clock clock;

    Workbench(ObjectProvider<EffectKind> effects, Registries registries, Clock clock) {
        this.effects = effects.stream().toList();
        this.onceOnly = new OnceOnlyRules(registries.all());
        this.clock = clock;
    }

    /** Every pack below a folder of packs: one folder an agency, one folder a service. */
    public List<Look> lookAtAll(Path services) {
        return PackFolder.readAll(services).stream().map(this::look).toList();
    }

    /** One pack, in a folder agency/service anywhere. */
    public Look look(Path folder) {
        return look(PackFolder.read(folder));
    }

    private Look look(PackFolder.Reading reading) {
        return switch (reading) {
            case PackFolder.Reading.Unreadable(String name, List<Problem> problems) ->
                    new Look.Bad(name, problems);
            case PackFolder.Reading.Read(Pack pack) -> look(pack);
        };
    }

    private Look look(Pack pack) {
        // Rules of its own: those of a draft need not be remembered.
        List<Problem> problems =
                new PackCheck(new Rules(), effects).problems(pack, clock.instant());
        if (!problems.isEmpty()) {
            return new Look.Bad(pack.name(), problems);
        }
        Service service =
                Packs.service(new VersionTable.Kept(pack.version(), 1, clock.instant(), pack));
        return new Look.Good(
                pack.name(), service, Packs.examples(pack), onceOnly.check(service, pack));
    }
}
