package org.dargah.catalog.internal;

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
}
