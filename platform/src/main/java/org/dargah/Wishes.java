package org.dargah;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the person who starts the program asks for.
 *
 * @param port where pages are served, on 127.0.0.1; 0 takes a free one
 * @param data the folder of everything that must survive
 * @param demo whether the demo province, its accounts and the sandbox exist
 * @param database JDBC URL of an own PostgreSQL 15+, or null for the embedded one; user and
 *     password come from the environment ({@code DARGAH_DB_USER}, {@code DARGAH_DB_PASSWORD})
 * @param history how many cases the past of a new demo has
 * @param rehearsal start, serve the first pages once and end: makes the start-up cache
 */
record Wishes(
        int port,
        Path data,
        boolean demo,
        @Nullable String database,
        int history,
        boolean rehearsal) {

    private static final int HIGHEST_PORT = 65_535;

    static Wishes from(String... arguments) throws Misunderstood {
        var wishes = new Wishes(8080, Path.of("data"), true, null, 0, false);
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            wishes = wishes.with(rest.next(), rest);
        }
        return wishes;
    }

    private Wishes with(String option, Iterator<String> rest) throws Misunderstood {
        return switch (option) {
            case "--port" ->
                    new Wishes(
                            number(option, value(option, rest)),
                            data,
                            demo,
                            database,
                            history,
                            rehearsal);
            case "--data" ->
                    new Wishes(
                            port, Path.of(value(option, rest)), demo, database, history, rehearsal);
            case "--empty" -> new Wishes(port, data, false, database, history, rehearsal);
            case "--db" ->
                    new Wishes(port, data, demo, jdbc(value(option, rest)), history, rehearsal);
            case "--history" ->
                    new Wishes(
                            port,
                            data,
                            demo,
                            database,
                            number(option, value(option, rest)),
                            rehearsal);
            case "--rehearsal" -> new Wishes(port, data, demo, database, history, true);
            default ->
                    throw new Misunderstood(
                            "Unknown option "
                                    + option
                                    + ". Known: --port N, --data FOLDER, --empty, --db URL,"
                                    + " --history N.");
        };
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
