package org.dargah.identity.internal;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The door for programs that come by certificate.
 *
 * @param port 0 takes a free one, a negative one opens none
 * @param listen the address of this machine at which it listens
 * @param names host names and addresses in the server's own certificate, beside that of {@code
 *     dargah.address}
 * @param keystore PKCS#12 with a server key and its chain, instead of ours
 * @param passwordFile holds the password of that keystore
 * @param authorities PEM file of authorities whose certificates are taken too, once registered
 */
@ConfigurationProperties("dargah.tls")
record TlsProperties(
        @DefaultValue("8443") int port,
        @DefaultValue("127.0.0.1") String listen,
        @DefaultValue({"localhost", "127.0.0.1", "::1"}) List<String> names,
        @Nullable Path keystore,
        @Nullable Path passwordFile,
        @Nullable Path authorities) {

    TlsProperties {
        names = List.copyOf(names);
    }
}
