package org.dargah.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.dargah.identity.internal.Attempts.Kind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever guesses codes on the pages that anyone may open is slowed down: wrong codes are counted
 * by address, right ones are not. Here and not where the pages are, since attempts are counted in
 * one place and the floors below cannot reach it.
 */
@Component
final class GuessLimit extends OncePerRequestFilter {

    private static final List<String> GUESSABLE = List.of("/track", "/verify");
    private static final Set<Integer> WRONG =
            Set.of(HttpStatus.NOT_FOUND.value(), HttpStatus.UNPROCESSABLE_CONTENT.value());

    private final Attempts attempts;

    GuessLimit(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return GUESSABLE.stream()
                .noneMatch(page -> path.equals(page) || path.startsWith(page + "/"));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = Address.of(request);
        if (attempts.isSpent(Kind.GUESS_FROM_ADDRESS, address)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "" + attempts.untilForgotten().toSeconds());
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
        if (WRONG.contains(response.getStatus())) {
            attempts.allows(Kind.GUESS_FROM_ADDRESS, address);
        }
    }
}
