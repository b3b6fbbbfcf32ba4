package org.dargah.identity;

import java.util.OptionalInt;
import org.dargah.identity.internal.TlsConnector;
import org.springframework.stereotype.Component;

/** The port at which programs come by certificate. */
@Component
public final class SecureDoor {

    private final TlsConnector connector;

    public SecureDoor(TlsConnector connector) {
        this.connector = connector;
    }

    /** Empty when the door was not opened. */
    public OptionalInt port() {
        return connector.port();
    }
}
