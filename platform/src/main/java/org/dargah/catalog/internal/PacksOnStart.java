package org.dargah.catalog.internal;

import java.nio.file.Path;
import org.dargah.catalog.Catalog;
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

    private final Catalog catalog;
    private final Path services;

    PacksOnStart(Catalog catalog, @Value("${dargah.services}") String services) {
        this.catalog = catalog;
        // As a Path, the container would look for it inside the web application.
        this.services = Path.of(services);
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Publication publication : catalog.publishAll(services)) {
            switch (publication) {
                case Publication.Accepted(var service, boolean isNew) -> {
                    if (isNew) {
                        LOG.info("Service {} is published", service);
                    }
                }
                case Publication.Overruled(String pack, Publication.Why why) ->
                        LOG.warn("The pack {} is not taken from the folder: {}", pack, said(why));
                case Publication.Refused(String pack, var problems) -> {
                    LOG.error("The pack {} is refused; the version before it stays", pack);
                    problems.forEach(problem -> LOG.error("{}/{}", pack, problem));
                }
            }
        }
    }

    private static String said(Publication.Why why) {
        return switch (why) {
            case NEWER_IN_BROWSER ->
                    "it is unchanged, and another version was published in the browser since";
            case EARLIER_THAN_BROWSER ->
                    "it is an earlier version; the one published in the browser stays";
            case RETIRED -> "its agency retired the service; only the browser brings it back";
        };
    }
}
