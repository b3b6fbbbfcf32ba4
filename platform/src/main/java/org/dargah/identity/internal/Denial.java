package org.dargah.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dargah.identity.Area;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Says no to someone signed in: 404 where there is no page, 403 where it is not theirs. */
final class Denial implements AccessDeniedHandler {

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        HttpStatus status =
                Area.of(request.getRequestURI()).isEmpty()
                        ? HttpStatus.NOT_FOUND
                        : HttpStatus.FORBIDDEN;
        response.sendError(status.value());
    }
}
