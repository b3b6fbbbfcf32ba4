package org.dargah.sandbox;

import java.time.Clock;

/**
 * How one sandbox runs.
 *
 * @param port on 127.0.0.1; 0 takes a free one
 * @param citizens how many synthetic citizens live there beside the personas, at most 10,000
 */
public record SandboxConfig(
        int port, String jdbcUrl, String user, String password, int citizens, Clock clock) {
    public SandboxConfig {
        if (citizens < 0 || citizens > 10_000) {
            throw new IllegalArgumentException("0 to 10,000 citizens, not " + citizens);
        }
    }

    /** For tests: a free port and only the personas. */
    public static SandboxConfig of(String jdbcUrl, String user, String password) {
        return new SandboxConfig(0, jdbcUrl, user, password, 0, Clock.systemUTC());
    }

    @Override
    public String toString() {
        return "SandboxConfig[port=" + port + ", citizens=" + citizens + "]";
    }
}
