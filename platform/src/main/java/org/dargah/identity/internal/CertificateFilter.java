package org.dargah.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.Proof;
import org.dargah.kernel.Remembered;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows a program by the certificate of its connection, asked anew with each request: one that was
 * taken back is out at once, on connections that stand already too.
 */
final class CertificateFilter extends OncePerRequestFilter {

    private static final String SHOWN = "jakarta.servlet.request.X509Certificate";

    private final ClientCertificateRepository certificates;
    private final ClientRepository clients;
    private final Clock clock;
    private final TokenRefusal refusal = new TokenRefusal();
    private final Remembered<X509Certificate, String> fingerprints =
            new Remembered<>(Fingerprint::of);

    CertificateFilter(
            ClientCertificateRepository certificates, ClientRepository clients, Clock clock) {
        this.certificates = certificates;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(SHOWN) instanceof X509Certificate[] shown)
                || shown.length == 0) {
            chain.doFilter(request, response);
            return;
        }
        Optional<CurrentClient> client = holder(shown[0]);
        if (client.isEmpty()) {
            // Not even with a token: whoever shows what was taken back has a reason to be asked.
            refusal.commence(
                    request, response, new BadCredentialsException("No certificate of a client"));
            return;
        }
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        SignedIn.as(client.get(), client.get().scopes(), Proof.CERTIFICATE)));
        chain.doFilter(request, response);
    }

    private Optional<CurrentClient> holder(X509Certificate certificate) {
        return certificates
                .holder(fingerprints.get(certificate), clock.instant())
                .flatMap(clients::find)
                .map(ClientRepository.Row::client);
    }
}
