package org.dargah.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import org.dargah.identity.internal.SessionDoor.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Where someone goes on after signing in: the form they had sent, the page they wanted, or home.
 */
@Component
public final class WayBack {

    private static final String CONTINUE = "dargah.continue";

    private final HttpSessionRequestCache forms = SentForms.cache();
    private final SessionDoor door;

    WayBack(SessionDoor door) {
        this.door = door;
    }

    HttpSessionRequestCache forms() {
        return forms;
    }

    /** Anything but a path within Dargah is forgotten. */
    public void remember(HttpServletRequest request, @Nullable String path) {
        HttpSession session = request.getSession();
        LocalPath.read(path)
                .ifPresentOrElse(
                        local -> session.setAttribute(CONTINUE, local),
                        () -> session.removeAttribute(CONTINUE));
    }

    public String take(
            HttpServletRequest request,
            HttpServletResponse response,
            Place place,
            String id,
            String home) {
        Optional<String> wanted = wanted(request.getSession());
        SavedRequest form = forms.getRequest(request, response);
        if (form == null) {
            return wanted.orElse(home);
        }
        if (door.wasHereBefore(request, place, id)) {
            return path(URI.create(form.getRedirectUrl()));
        }
        forms.removeRequest(request, response);
        return wanted.orElse(home);
    }

    private static Optional<String> wanted(HttpSession session) {
        Object path = session.getAttribute(CONTINUE);
        session.removeAttribute(CONTINUE);
        return Optional.ofNullable((String) path);
    }

    private static String path(URI uri) {
        return uri.getRawQuery() == null
                ? uri.getRawPath()
                : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
