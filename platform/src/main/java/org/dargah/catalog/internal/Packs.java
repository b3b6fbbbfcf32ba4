package org.dargah.catalog.internal;

import java.util.List;
import org.dargah.catalog.Example;
import org.dargah.catalog.Service;

/** Reads a version that was checked when it was published. */
public final class Packs {

    private Packs() {}

    public static Service service(VersionTable.Kept kept) {
        return new PackReader(
                        kept.pack(),
                        Declared.card(kept.pack()).root(),
                        Declared.form(kept.pack()).root(),
                        new English(kept.pack().file(Pack.ENGLISH)))
                .service(kept.id(), kept.number(), kept.publishedAt());
    }

    /** The examples of a pack that was checked, in the order of their files. */
    public static List<Example> examples(Pack pack) {
        return ExampleReader.files(pack).stream()
                .map(file -> ExampleReader.read(file, Declared.example(pack, file).root()))
                .toList();
    }
}
