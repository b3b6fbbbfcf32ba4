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
                case Publication.Refused(String pack, var problems) -> {
                    LOG.error("The pack {} is refused; the version before it stays", pack);
                    problems.forEach(problem -> LOG.error("{}/{}", pack, problem));
                }
            }
        }
    }
}
