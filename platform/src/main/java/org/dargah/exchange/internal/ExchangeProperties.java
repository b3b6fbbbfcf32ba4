package org.dargah.exchange.internal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param urls base address by registry code, over what its declaration says
 * @param networks private networks (CIDR) in which registries may be; none by default
 */
@ConfigurationProperties("dargah.exchange")
public record ExchangeProperties(
        @DefaultValue Map<String, URI> urls, @DefaultValue List<String> networks) {}
