package org.dargah.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Says in {@code WWW-Authenticate} what is wrong with a token (RFC 6750, 3) and leaves the body to
 * the page of errors, which writes a problem document.
 */
final class TokenRefusal implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String error =
                why instanceof OAuth2AuthenticationException wrong
                        ? " error=\"" + wrong.getError().getErrorCode() + "\""
                        : "";
        refuse(response, HttpStatus.UNAUTHORIZED, error);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        refuse(
                response,
                HttpStatus.FORBIDDEN,
                " error=\"" + BearerTokenErrorCodes.INSUFFICIENT_SCOPE + "\"");
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String error)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer" + error);
        response.sendError(status.value());
    }
}
