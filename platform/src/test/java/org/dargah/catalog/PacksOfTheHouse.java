package org.dargah.catalog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dargah.access.internal.RightKind;
import org.dargah.catalog.internal.Pack;
import org.dargah.catalog.internal.PackCheck;
import org.dargah.catalog.internal.PackFolder;
import org.dargah.catalog.internal.Packs;
import org.dargah.catalog.internal.VersionTable.Kept;

/** The packs under services/, read without a database. */
final class PacksOfTheHouse {

    static final Path FOLDER = Path.of("../services");
    static final Instant NOW = Instant.parse("2026-11-22T06:30:00Z");
    static final Rules RULES = new Rules();
    static final List<EffectKind> EFFECTS =
            List.of(RightKind.of(agency -> agency.value().equals("governorate")));

    private PacksOfTheHouse() {}

    static Pack pack(String name) {
        return pack(FOLDER.resolve(name));
    }

    static Pack pack(Path folder) {
        return switch (PackFolder.read(folder)) {
            case PackFolder.Reading.Read(Pack pack) -> pack;
            case PackFolder.Reading.Unreadable(String name, List<Problem> problems) ->
                    throw new AssertionError(name + problems);
        };
    }

    static java.util.SortedMap<String, String> files(String name) {
        return pack(name).files();
    }

    static Service service(Pack pack) {
        return Packs.service(new Kept(pack.version(), 1, NOW, pack));
    }

    static Service service(String name) {
        Pack pack = pack(name);
        return Packs.service(new Kept(pack.version(), 1, NOW, pack));
    }

    static List<Problem> problems(Pack pack) {
        return new PackCheck(RULES, EFFECTS).problems(pack, NOW);
    }
}
