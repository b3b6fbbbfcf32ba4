package org.dargah.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.dargah.kernel.PersonId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Offers a passkey on the first page after a sign-in by code, above what they came for and never in
 * its way. Who says "later" is left alone in this browser for a season; passkeys belong to devices.
 */
@Component
public final class PasskeyOffer {

    private static final String OFFER = "dargah.passkey-offer";
    private static final String LATER = "dargah-passkey-later";
    private static final Duration SEASON = Duration.ofDays(90);

    private final PasskeyRepository keys;

    PasskeyOffer(PasskeyRepository keys) {
        this.keys = keys;
    }

    public void prepare(HttpServletRequest request, PersonId person) {
        if (WebUtils.getCookie(request, LATER) == null && keys.of(person).isEmpty()) {
            request.getSession().setAttribute(OFFER, "yes");
        }
    }

    /** True once after each such sign-in. */
    public boolean take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean due = session != null && session.getAttribute(OFFER) != null;
        if (due) {
            session.removeAttribute(OFFER);
        }
        return due;
    }

    public void later(HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie later =
                ResponseCookie.from(LATER, "yes")
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(SEASON)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, later.toString());
    }
}
