package org.dargah.identity.internal;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Who Dargah is to browsers that keep passkeys: the host of its address, and the one origin whose
 * pages may use them. A program that chose its port itself (port 0) is reached at that port.
 */
@Component
public final class RelyingParty {

    private static final int ANY_PORT = 0;
    private static final int NO_PORT = -1;

    private final URI address;
    private final Environment environment;

    RelyingParty(@Value("${dargah.address}") URI address, Environment environment) {
        this.address = address;
        this.environment = environment;
    }

    public String id() {
        return address.getHost();
    }

    /** As browsers write it: without the port that is its scheme's own. */
    public String origin() {
        String host = address.getScheme() + "://" + address.getHost();
        int port = port();
        return port == NO_PORT || port == usual() ? host : host + ":" + port;
    }

    private int port() {
        int configured = environment.getRequiredProperty("server.port", Integer.class);
        return configured == ANY_PORT
                ? environment.getProperty("local.server.port", Integer.class, NO_PORT)
                : address.getPort();
    }

    private int usual() {
        return address.getScheme().equals("https") ? 443 : 80;
    }
}
