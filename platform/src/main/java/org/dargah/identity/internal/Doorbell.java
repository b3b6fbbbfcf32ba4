package org.dargah.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dargah.identity.Area;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Leads someone who is not signed in to the right door, or says that there is no such page. */
final class Doorbell implements AuthenticationEntryPoint {

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException notSignedIn)
            throws IOException {
        Optional<Area> area = Area.of(request.getRequestURI());
        if (area.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", door(area.get()) + continued(shown(request)));
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", door(area.get()) + continued(wanted(request)));
        }
    }

    private static String door(Area area) {
        return area.isOfficial() ? "/work/sign-in" : "/sign-in";
    }

    private static String continued(String path) {
        return "?continue=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static String wanted(HttpServletRequest request) {
        boolean asks = "GET".equals(request.getMethod()) && request.getQueryString() != null;
        return asks
                ? request.getRequestURI() + "?" + request.getQueryString()
                : request.getRequestURI();
    }

    /** A fragment was wanted; the page around it is where to return. */
    private static String shown(HttpServletRequest request) {
        String page = request.getHeader("HX-Current-URL");
        try {
            return page == null ? "/" : URI.create(page).getRawPath();
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
    }
}
