package org.dargah.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class BeingReachedAtAnAddressTest {

    /** Address, configured port, port that it listens on, origin. */
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, 8080, 8080, http://localhost:8080",
        "http://localhost, 0, 41234, http://localhost:41234",
        "http://localhost:0, 0, 41234, http://localhost:41234",
        "https://dargah.example, 8080, 8080, https://dargah.example",
        "https://dargah.example:443, 8080, 8080, https://dargah.example",
        "https://dargah.example:8443, 8080, 8080, https://dargah.example:8443",
        "http://dargah.example:80, 8080, 8080, http://dargah.example"
    })
    void theOriginIsTheAddressAsBrowsersWriteIt(
            String address, String configured, String local, String origin) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "ports",
                                Map.of("server.port", configured, "local.server.port", local)));
        RelyingParty party = new RelyingParty(URI.create(address), environment);
        assertThat(party.origin()).isEqualTo(origin);
        assertThat(party.id()).isEqualTo(URI.create(origin).getHost());
    }
}
