package org.dargah.sandbox;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The command line. */
record Options(SandboxConfig config, boolean dieWithParent) {
    private static final Set<String> NAMES = Set.of("--port", "--db", "--user", "--citizens");

    static Options of(String[] args, Map<String, String> environment) {
        var values = new HashMap<String, String>();
        var dieWithParent = false;
        for (var i = 0; i < args.length; i++) {
            if (args[i].equals("--die-with-parent")) {
                dieWithParent = true;
            } else if (NAMES.contains(args[i]) && i + 1 < args.length) {
                values.put(args[i], args[++i]);
            } else {
                throw new IllegalArgumentException(
                        "Not an option, or without a value: " + args[i] + "; see README.md");
            }
        }
        var config =
                new SandboxConfig(
                        Integer.parseInt(values.getOrDefault("--port", "8090")),
                        values.getOrDefault("--db", "jdbc:postgresql://127.0.0.1:5432/dargah"),
                        values.getOrDefault("--user", "dargah"),
                        environment.getOrDefault("DARGAH_SANDBOX_PASSWORD", ""),
                        Integer.parseInt(values.getOrDefault("--citizens", "4000")),
                        Clock.systemUTC());
        return new Options(config, dieWithParent);
    }
}
