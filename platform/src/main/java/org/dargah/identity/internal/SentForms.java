package org.dargah.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.dargah.identity.Area;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Keeps a form that was sent after its session had expired, whole, until its sender has signed in
 * again; then it is taken as if sent just now. Files are not kept, nor anything beyond a form's
 * measure. Pages that were only opened are found again by {@code ?continue=}.
 */
final class SentForms {

    private static final int LARGEST_FORM = 200_000;

    private SentForms() {}

    static HttpSessionRequestCache cache() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setSessionAttrName("dargah.sent-form");
        cache.setMatchingRequestParameterName("resumed");
        cache.setRequestMatcher(SentForms::isWorthKeeping);
        return cache;
    }

    private static boolean isWorthKeeping(HttpServletRequest request) {
        String type = request.getContentType();
        return "POST".equals(request.getMethod())
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && request.getHeader("HX-Request") == null
                && Area.of(request.getRequestURI()).isPresent()
                && size(request.getParameterMap()) <= LARGEST_FORM;
    }

    private static int size(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + size(entry.getValue()))
                .sum();
    }

    private static int size(String... values) {
        int sum = 0;
        for (String value : values) {
            sum += value.length();
        }
        return sum;
    }
}
