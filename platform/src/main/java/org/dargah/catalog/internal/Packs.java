package org.dargah.catalog.internal;

import java.util.List;
import java.util.Map;
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

    /** The examples of a draft, without those that do not keep their schema. */
    public static List<Example> readableExamples(Pack pack) {
        return ExampleReader.files(pack).stream()
                .map(file -> Map.entry(file, Declared.example(pack, file)))
                .filter(read -> read.getValue().problems().isEmpty())
                .map(read -> ExampleReader.read(read.getKey(), read.getValue().root()))
                .toList();
    }

    /** The examples of a pack that was checked, in the order of their files. */
    public static List<Example> examples(Pack pack) {
        return ExampleReader.files(pack).stream()
                .map(file -> ExampleReader.read(file, Declared.example(pack, file).root()))
                .toList();
    }
}
