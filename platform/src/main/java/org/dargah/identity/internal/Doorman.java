package org.dargah.identity.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.dargah.identity.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Decides each request by the table in {@link Area}; what is not in it is denied. */
final class Doorman implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        Optional<Area> area = Area.of(context.getRequest().getRequestURI());
        return new AuthorizationDecision(area.filter(known -> admits(known, who)).isPresent());
    }

    private static boolean admits(Area area, Supplier<? extends @Nullable Authentication> who) {
        return area.isOpen()
                || (who.get() instanceof SignedIn someone && area.admits(someone.roles()));
    }
}
