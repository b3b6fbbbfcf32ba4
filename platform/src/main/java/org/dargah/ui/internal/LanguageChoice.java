package org.dargah.ui.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a request: asked for by {@code ?lang=}, else remembered, else Persian. */
final class LanguageChoice implements LocaleResolver, HandlerInterceptor {

    private static final String NAME = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale asked = known(request.getParameter(NAME));
        if (asked != null) {
            return asked;
        }
        Cookie cookie = WebUtils.getCookie(request, NAME);
        Locale remembered = known(cookie == null ? null : cookie.getValue());
        return remembered == null ? Words.PERSIAN : remembered;
    }

    private static @Nullable Locale known(@Nullable String language) {
        return switch (language) {
            case "fa" -> Words.PERSIAN;
            case "en" -> Words.ENGLISH;
            case null, default -> null;
        };
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Locale asked = known(request.getParameter(NAME));
        if (asked != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(asked).toString());
        }
        return true;
    }

    private static ResponseCookie cookie(Locale language) {
        return ResponseCookie.from(NAME, language.getLanguage())
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language comes with the request");
    }
}
