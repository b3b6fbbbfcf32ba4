package org.dargah;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.dargah.postgres.EmbeddedPostgres;
import org.dargah.sandbox.Sandbox;
import org.dargah.sandbox.SandboxConfig;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * What surrounds the program in tests, started once for all of them: the database and the sandbox.
 */
@NullMarked
public final class World implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static @Nullable Map<String, Object> properties;

    private static @Nullable Sandbox outside;

    /** The registries, phones and payment provider around the running program. */
    public static synchronized Sandbox outside() {
        properties();
        return java.util.Objects.requireNonNull(outside);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("world", properties()));
    }

    private static synchronized Map<String, Object> properties() {
        if (properties == null) {
            properties = start();
        }
        return properties;
    }

    private static Map<String, Object> start() {
        try {
            Path data =
                    Files.createTempDirectory(
                            Files.createDirectories(Path.of("target")).toAbsolutePath(), "world");
            var database = EmbeddedPostgres.start(new EmbeddedPostgres.Settings(data, 0, false));
            var sandbox =
                    Sandbox.start(
                            SandboxConfig.of(
                                    database.url(),
                                    "sandbox",
                                    database.makeRoleWithSchema("sandbox")));
            outside = sandbox;
            // After the programs: each of them would else wait for a database that is gone.
            SpringApplication.getShutdownHandlers().add(() -> close(sandbox, database));
            var world = new HashMap<String, Object>();
            world.put("dargah.data", data.toString());
            world.put("dargah.cases.retry", "1s");
            world.put("flowable.process.async.executor.default-timer-job-acquire-wait-time", "1s");
            world.put("dargah.services", beside("services"));
            world.put(
                    "dargah.registries",
                    Newcomers.beside(Path.of(beside("registries")), data.resolve("registries"))
                            .toString());
            world.put("dargah.exchange.networks", "127.0.0.1/32");
            world.put("dargah.provinces", beside("provinces"));
            // Many tests sign in as the same few people from the same address.
            world.put("dargah.identity.per-person", "500");
            world.put("dargah.identity.per-address", "100000");
            world.put("dargah.identity.codes-per-mobile", "500");
            // A test may come from an address of its own, as through a proxy on this machine.
            world.put("dargah.proxy", "127.0.0.1");
            // Any that is free, since more than one program may run in the tests.
            world.put("dargah.tls.port", "0");
            // What comes without a trace is not traced.
            world.put("dargah.traces.collector", Collector.start());
            world.put("dargah.traces.share", "0");
            world.put("dargah.sandbox.url", sandbox.url().toString());
            world.put("spring.datasource.url", database.url());
            world.put("spring.datasource.username", database.user());
            world.put("spring.datasource.password", database.password());
            return world;
        } catch (Exception e) {
            throw new IllegalStateException("The world of the tests does not start", e);
        }
    }

    /** Absolute, since the web container takes "../" for a way out of the application. */
    private static String beside(String folder) {
        return Path.of("..", folder).toAbsolutePath().normalize().toString();
    }

    private static void close(AutoCloseable... parts) {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
