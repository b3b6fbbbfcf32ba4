package org.dargah.ui.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The headers with which a browser refuses what our pages never do: foreign code, inline code,
 * frames. They stand on every answer, errors and static files included.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties(FormTargets.class)
class StrictHeaders extends OncePerRequestFilter {

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]+)?(?=/)");

    private final String policy;

    StrictHeaders(FormTargets targets, @Value("${dargah.map.tiles:}") String tiles) {
        this.policy = policy(targets.formTargets()) + pictures(tiles);
    }

    /** Streets under the map come from the server that the province names, else from nowhere. */
    private static String pictures(String tiles) {
        Matcher origin = ORIGIN.matcher(tiles);
        if (tiles.isEmpty() || tiles.startsWith("/")) {
            return "";
        }
        if (!origin.lookingAt()) {
            throw new IllegalArgumentException(
                    "dargah.map.tiles is no address of a tile server: " + tiles);
        }
        return "; img-src 'self' " + origin.group();
    }

    /** A browser follows a form's redirect only to a named target, so payment pages are named. */
    private static String policy(List<String> formTargets) {
        return "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
                + String.join(" ", "form-action 'self'", String.join(" ", formTargets)).strip();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), payment=(), geolocation="
                        + (asksForPlaces(request) ? "(self)" : "()"));
        chain.doFilter(request, response);
    }

    /** Where someone is, only the pages of forms may ask, and the browser asks the person first. */
    private static boolean asksForPlaces(HttpServletRequest request) {
        return request.getRequestURI().contains("/form/");
    }
}
