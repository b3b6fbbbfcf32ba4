package org.dargah;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the person who starts the program asks for.
 *
 * @param port where pages are served, on 127.0.0.1; 0 takes a free one
 * @param tlsPort where programs come by certificate; 0 takes a free one
 * @param data the folder of everything that must survive
 * @param demo whether the demo province, its accounts and the sandbox exist
 * @param database JDBC URL of an own PostgreSQL 15+, or null for the embedded one; user and
 *     password come from the environment ({@code DARGAH_DB_USER}, {@code DARGAH_DB_PASSWORD})
 * @param history how many cases the past of a new demo has
 * @param rehearsal start, serve the first pages once and end: makes the start-up cache
 * @param packs look at service packs and end, or null
 */
record Wishes(
        int port,
        int tlsPort,
        Path data,
        boolean demo,
        @Nullable String database,
        int history,
        boolean rehearsal,
        @Nullable Packs packs) {

    /**
     * @param folder one pack, or a folder of packs
     */
    record Packs(PackRun.Kind kind, Path folder) {}

    private static final int HIGHEST_PORT = 65_535;

    static Wishes from(String... arguments) throws Misunderstood {
        var wishes = new Wishes(8080, 8443, Path.of("data"), true, null, 0, false, null);
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            wishes = wishes.with(rest.next(), rest);
        }
        return wishes;
    }

    private Wishes with(String option, Iterator<String> rest) throws Misunderstood {
        return switch (option) {
            case "--port" -> at(number(option, value(option, rest)), tlsPort);
            case "--tls-port" -> at(port, number(option, value(option, rest)));
            case "--data" -> on(Path.of(value(option, rest)), database);
            case "--db" -> on(data, jdbc(value(option, rest)));
            case "--empty" -> being(false, history, rehearsal);
            case "--history" -> being(demo, number(option, value(option, rest)), rehearsal);
            case "--rehearsal" -> being(demo, history, true);
            case "--packs-lint" -> with(PackRun.Kind.LINT, Path.of(value(option, rest)));
            case "--packs-test" -> with(PackRun.Kind.TEST, Path.of(value(option, rest)));
            default ->
                    throw new Misunderstood(
                            "Unknown option "
                                    + option
                                    + ". Known: --port N, --tls-port N, --data FOLDER, --empty,"
                                    + " --db URL, --history N.");
        };
    }

    private Wishes at(int pages, int tls) {
        return new Wishes(pages, tls, data, demo, database, history, rehearsal, packs);
    }

    private Wishes on(Path folder, @Nullable String own) {
        return new Wishes(port, tlsPort, folder, demo, own, history, rehearsal, packs);
    }

    private Wishes being(boolean asDemo, int cases, boolean once) {
        return new Wishes(port, tlsPort, data, asDemo, database, cases, once, packs);
    }

    private Wishes with(PackRun.Kind kind, Path folder) {
        return new Wishes(0, 0, data, false, database, 0, rehearsal, new Packs(kind, folder));
    }

    private static String value(String option, Iterator<String> rest) throws Misunderstood {
        if (!rest.hasNext()) {
            throw new Misunderstood(option + " needs a value after it.");
        }
        return rest.next();
    }

    private static int number(String option, String text) throws Misunderstood {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new Misunderstood(
                    option + " needs a number from 0 to 65535, not «" + text + "».");
        }
        return Integer.parseInt(text);
    }

    private static String jdbc(String url) throws Misunderstood {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new Misunderstood(
                    "--db needs an address such as jdbc:postgresql://host/database.");
        }
        return url;
    }

    /** The command line says something that the program does not understand. */
    static final class Misunderstood extends Exception {

        private static final long serialVersionUID = 1L;

        Misunderstood(String message) {
            super(message);
        }
    }
}
