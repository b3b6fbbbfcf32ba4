package org.dargah.ui.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.dargah.ui.Outage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What is no failure of the program is answered and not written down with all its particulars: a
 * query or form that cannot be taken apart, with which anybody could fill the log, and a database
 * that is away, where the one line that says so would be lost among thousands.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class Foreseen extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException broken) {
            if (response.isCommitted() || !isAnswered(broken, request, response)) {
                throw broken;
            }
        }
    }

    private static boolean isAnswered(
            Exception broken, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isUnreadable(broken)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return true;
        }
        if (Outage.explains(broken)) {
            response.setHeader("Retry-After", Outage.RETRY_AFTER);
            unavailable(request, response);
            return true;
        }
        return false;
    }

    /** The error page itself may want the database, to know who is signed in. */
    private static void unavailable(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            response.resetBuffer();
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            LastWord.speak(response);
        } else {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static boolean isUnreadable(@Nullable Throwable broken) {
        for (Throwable why = broken; why != null; why = why.getCause()) {
            if (why instanceof InvalidParameterException) {
                return true;
            }
        }
        return false;
    }
}
