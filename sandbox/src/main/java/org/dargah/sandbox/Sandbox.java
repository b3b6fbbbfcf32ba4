package org.dargah.sandbox;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dargah.sandbox.control.ClockApi;
import org.dargah.sandbox.control.Control;
import org.dargah.sandbox.control.ControlApi;
import org.dargah.sandbox.control.ControlPage;
import org.dargah.sandbox.control.WorldClock;
import org.dargah.sandbox.http.Routes;
import org.dargah.sandbox.pages.Assets;
import org.dargah.sandbox.pay.PaymentProvider;
import org.dargah.sandbox.people.HomePage;
import org.dargah.sandbox.people.PeopleApi;
import org.dargah.sandbox.people.Population;
import org.dargah.sandbox.phone.PhonePage;
import org.dargah.sandbox.phone.SmsGateway;
import org.dargah.sandbox.registries.Registries;

/**
 * The outside world, running: one HTTP server on the loopback address. README.md is its contract.
 */
public final class Sandbox implements AutoCloseable {
    static {
        // Without it each small answer on a kept connection waits for the client's delayed
        // acknowledgement, some 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Database database;
    private final ExecutorService threads;
    private final HttpServer server;

    private Sandbox(Database database, ExecutorService threads, HttpServer server) {
        this.database = database;
        this.threads = threads;
        this.server = server;
    }

    /** Ready to answer when it returns. */
    public static Sandbox start(SandboxConfig config) throws IOException, SQLException {
        var database = new Database(config);
        try {
            Schema.make(database);
            var population = new Population(database);
            population.settle(config.citizens());
            var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), config.port());
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            var server =
                    HttpServer.create(address, 1024, "/", routes(config, database, population));
            server.setExecutor(threads);
            server.start();
            return new Sandbox(database, threads, server);
        } catch (IOException | SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Routes routes(SandboxConfig config, Database database, Population population) {
        var routes = new Routes();
        var control = new Control();
        var clock = new WorldClock(config.clock());
        var gateway = new SmsGateway(database, clock);
        new Registries(population, clock).on(routes, control);
        gateway.on(routes, control);
        new PaymentProvider(database, clock).on(routes, control);
        new ControlApi(control).on(routes);
        new ClockApi(clock).on(routes);
        new PeopleApi(population).on(routes);
        new PhonePage(gateway).on(routes);
        new ControlPage(control).on(routes);
        new HomePage(gateway).on(routes);
        Assets.on(routes);
        return routes;
    }

    /** {@code http://127.0.0.1:port}, without a slash at its end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        database.close();
    }

    static void main(String[] args) throws IOException {
        try {
            run(Options.of(args, System.getenv()));
        } catch (IllegalArgumentException e) {
            stop(2, "Not understood: " + e.getMessage());
        } catch (BindException e) {
            stop(1, "The port is taken: " + e.getMessage());
        } catch (SQLException | HikariPool.PoolInitializationException e) {
            stop(1, "The database does not let the sandbox in: " + e.getMessage());
        }
    }

    private static void run(Options options) throws IOException, SQLException {
        var sandbox = start(options.config());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(sandbox::close));
        System.out.println("Dargah sandbox is ready at " + sandbox.url() + "/sandbox/");
        if (options.dieWithParent()) {
            // A parent that dies, however it dies, closes the pipe.
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
        }
    }

    private static void stop(int status, String why) {
        System.err.println("Dargah sandbox: " + why);
        System.exit(status);
    }
}
