package org.dargah.inquiries.xroad;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything else on X-Road's addresses, so that whoever refuses there, the security
 * chain included, does so in the words of the protocol.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FaultFilter extends OncePerRequestFilter {

    private final Faults faults;

    FaultFilter(Faults faults) {
        this.faults = faults;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String address = request.getRequestURI();
        return !address.startsWith("/r1/") && !address.equals("/listClients");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Speaking(response));
    }

    private final class Speaking extends HttpServletResponseWrapper {

        Speaking(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            sendError(status, null);
        }

        @Override
        public void sendError(int status, @Nullable String message) throws IOException {
            Fault fault = Fault.of(status);
            faults.write(
                    (HttpServletResponse) getResponse(),
                    fault,
                    switch (fault) {
                        case NOT_AUTHENTICATED -> "The client has not proved who it is";
                        case ACCESS_DENIED -> "The client's token does not allow inquiries";
                        case INTERNAL_ERROR -> "The exchange failed";
                        default -> "Not a request of the X-Road Message Protocol for REST (r1)";
                    });
        }
    }
}
