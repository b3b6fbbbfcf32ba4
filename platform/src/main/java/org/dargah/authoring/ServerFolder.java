package org.dargah.authoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dargah.cases.Rehearsals;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.PackFiles;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Publication;
import org.dargah.catalog.Publishing;
import org.springframework.stereotype.Component;

/**
 * The server's folder of packs. What lies there is held against everything that is asked of a pack
 * in the browser: its files, the once-only rule, and its examples, walked to the end.
 */
@Component
public final class ServerFolder {

    private final Catalog catalog;
    private final Publishing publishing;
    private final Rehearsals rehearsals;

    ServerFolder(Catalog catalog, Publishing publishing, Rehearsals rehearsals) {
        this.catalog = catalog;
        this.publishing = publishing;
        this.rehearsals = rehearsals;
    }

    /** What became of each pack; content that was a version before is not looked at again. */
    public List<Publication> publish(Path services) {
        return catalog.publishAll(services, this::problems);
    }

    private List<Problem> problems(PackFiles pack) {
        Publishing.Checked checked = publishing.check(pack);
        var problems = new ArrayList<>(checked.problems());
        if (checked.isGood() && checked.service() != null) {
            rehearsals
                    .run(checked.service(), checked.examples())
                    .forEach(
                            it ->
                                    problems.addAll(
                                            Publishing.broken(
                                                    pack,
                                                    it.example(),
                                                    it.differences(),
                                                    it.trouble())));
        }
        return problems;
    }
}
