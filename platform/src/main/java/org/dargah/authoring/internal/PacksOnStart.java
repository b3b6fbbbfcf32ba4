package org.dargah.authoring.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dargah.authoring.ServerFolder;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Publishes the packs of the folder before the first page is served. */
@Component
class PacksOnStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(PacksOnStart.class);

    private final ServerFolder folder;
    private final Path services;

    PacksOnStart(ServerFolder folder, @Value("${dargah.services}") String services) {
        this.folder = folder;
        // As a Path, the container would look for it inside the web application.
        this.services = Path.of(services);
    }

    @Override
    public void afterSingletonsInstantiated() {
        var overruled = new ArrayList<String>();
        for (Publication publication : folder.publish(services)) {
            switch (publication) {
                case Publication.Accepted(var service, boolean isNew) -> {
                    if (isNew) {
                        LOG.info("Service {} is published", service);
                    }
                }
                case Publication.Overruled(String pack, Publication.Why why) ->
                        overruled.add(pack + " (" + said(why) + ")");
                case Publication.Refused(String pack, var problems) -> refused(pack, problems);
            }
        }
        if (!overruled.isEmpty()) {
            LOG.info("The browser goes before the folder: {}", String.join(", ", overruled));
        }
    }

    /** One line for whoever starts the program; what is wrong stands in the log, at its lines. */
    private static void refused(String pack, List<Problem> problems) {
        LOG.error(
                "The pack {} is refused, the version before it stays; {} {} in the log, the first:"
                        + " {}",
                pack,
                problems.size(),
                problems.size() == 1 ? "fault" : "faults",
                problems.getFirst());
        problems.forEach(problem -> LOG.info("{}/{}", pack, problem));
    }

    private static String said(Publication.Why why) {
        return switch (why) {
            case NEWER_IN_BROWSER -> "a later version was published";
            case EARLIER_THAN_BROWSER -> "the folder holds an earlier version";
            case RETIRED -> "the service is retired";
        };
    }
}
