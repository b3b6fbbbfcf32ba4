package org.dargah.identity.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Opens and closes sessions. Beside the session a cookie remembers, as an HMAC, who was last signed
 * in here: a form that comes after its session has expired is finished only for the same person.
 */
@Component
public final class SessionDoor {

    /**
     * The two kinds of people, each with a place in the session, so that one browser can be both.
     */
    public enum Place {
        PERSON,
        OFFICER;

        String attribute() {
            return "dargah." + name();
        }

        String cookie() {
            return this == PERSON ? "dargah-last-person" : "dargah-last-officer";
        }
    }

    private static final Duration REMEMBER = Duration.ofDays(7);

    private final Keys keys;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    SessionDoor(Keys keys, FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    /** A fresh session id, so that one planted before signing in is worth nothing. */
    void open(HttpServletRequest request, HttpServletResponse response, Place place, String id) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setAttribute(place.attribute(), id);
        if (place == Place.OFFICER) {
            session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, id);
        }
        ResponseCookie last =
                ResponseCookie.from(place.cookie(), trace(id))
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(REMEMBER)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, last.toString());
    }

    private String trace(String id) {
        return HexFormat.of().formatHex(keys.index("browser", id));
    }

    /** True when the one who is now signed in was the last before, in this browser. */
    boolean wasHereBefore(HttpServletRequest request, Place place, String id) {
        Cookie last = WebUtils.getCookie(request, place.cookie());
        return last != null && MessageDigest.isEqual(bytes(last.getValue()), bytes(trace(id)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Ends an official's sessions elsewhere: a stolen one must not outlive a changed password. */
    public void closeOthers(String officer, String except) {
        sessions.findByPrincipalName(officer).keySet().stream()
                .filter(session -> !session.equals(except))
                .forEach(sessions::deleteById);
    }

    /** Ends the whole session, of both kinds. */
    static void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
