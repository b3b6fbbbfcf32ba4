package org.dargah;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Believes what a reverse proxy says of who asks, and only the proxies whose addresses stand in
 * {@code dargah.proxy}: anybody else could name any address and so escape every limit that counts
 * by address.
 */
@Component
final class ReverseProxy implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final List<String> trusted;

    ReverseProxy(@Value("${dargah.proxy:}") List<String> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (trusted.isEmpty()) {
            return;
        }
        var proxy = new RemoteIpValve();
        proxy.setInternalProxies(
                trusted.stream().map(ReverseProxy::exactly).collect(Collectors.joining("|")));
        proxy.setRemoteIpHeader("X-Forwarded-For");
        proxy.setProtocolHeader("X-Forwarded-Proto");
        server.addEngineValves(proxy);
    }

    /** As the server itself writes an address, whichever way it was typed. */
    private static String exactly(String address) {
        return Pattern.quote(InetAddress.ofLiteral(address.strip()).getHostAddress());
    }
}
