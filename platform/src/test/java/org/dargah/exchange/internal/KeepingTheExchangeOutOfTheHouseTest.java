package org.dargah.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingTheExchangeOutOfTheHouseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:5432",
                "http://localhost",
                "http://0.0.0.0",
                "http://[::1]",
                "http://[::ffff:127.0.0.1]",
                "http://10.1.2.3",
                "http://172.16.0.1",
                "http://192.168.1.1",
                "http://169.254.169.254",
                "http://100.64.0.1",
                "http://[fd00::1]",
                "http://[fe80::1]",
                "http://224.0.0.1",
                "http://255.255.255.255",
                "ftp://8.8.8.8",
                "file:///etc/passwd",
                "http:opaque"
            })
    void addressesInsideAreRefused(String address) {
        assertThat(new AddressGuard(List.of(), null).allows(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://8.8.8.8", "http://[2001:4860:4860::8888]:8443"})
    void addressesOutsideAreAllowed(String address) {
        assertThat(new AddressGuard(List.of(), null).allows(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.20.0.7", "https://10.20.255.1"})
    void aNamedNetworkIsAllowedAndItsNeighbourIsNot(String address) {
        AddressGuard guard = new AddressGuard(List.of("10.20.0.0/16"), null);
        assertThat(guard.allows(URI.create(address))).isTrue();
        assertThat(guard.allows(URI.create("http://10.21.0.1"))).isFalse();
    }
}
