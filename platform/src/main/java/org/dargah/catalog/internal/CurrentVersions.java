package org.dargah.catalog.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.dargah.catalog.Catalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks every two seconds whether another node has published or retired something. Each node looks
 * for itself, so this is no job of the scheduler, which would run on one node only.
 */
@Component
class CurrentVersions implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentVersions.class);

    private final Catalog catalog;
    private final long millis;
    private volatile ScheduledExecutorService rounds = closed();

    CurrentVersions(
            Catalog catalog, @Value("${dargah.catalog.look-again:2s}") java.time.Duration pause) {
        this.catalog = catalog;
        this.millis = pause.toMillis();
    }

    private static ScheduledExecutorService closed() {
        ScheduledExecutorService none = Executors.newSingleThreadScheduledExecutor();
        none.shutdown();
        return none;
    }

    @Override
    public void start() {
        rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("catalog-look").factory());
        ScheduledFuture<?> _ =
                rounds.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** A database that is away for a while must not end the rounds. */
    private void look() {
        try {
            catalog.refreshIfChanged();
        } catch (DataAccessException e) {
            LOG.warn("What is published could not be read; trying again", e);
        }
    }

    @Override
    public void stop() {
        rounds.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !rounds.isShutdown();
    }
}
