package org.dargah.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Function;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Proof;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Keeps nothing but an id in the session and reads who that is for each request that asks: no
 * personal data lies in sessions, and an account that is closed is closed at once. Citizens and
 * officials have a place of their own, so that one browser can be both.
 */
public final class SessionContext implements SecurityContextRepository {

    private final String place;
    private final Function<String, Optional<SignedIn>> reader;

    SessionContext(String place, Function<String, Optional<SignedIn>> reader) {
        this.place = place;
        this.reader = reader;
    }

    public static Optional<CurrentPerson> currentPerson() {
        return current(CurrentPerson.class);
    }

    public static Optional<CurrentOfficer> currentOfficer() {
        return current(CurrentOfficer.class);
    }

    static Optional<Proof> currentProof() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.ofNullable(signedIn.proof())
                : Optional.empty();
    }

    static <T> Optional<T> current(Class<T> kind) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                        && kind.isInstance(signedIn.getPrincipal())
                ? Optional.of(kind.cast(signedIn.getPrincipal()))
                : Optional.empty();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Later(() -> load(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    private SecurityContext load(HttpServletRequest request) {
        return id(request)
                .flatMap(reader)
                .map(SecurityContextImpl::new)
                .orElseGet(SecurityContextImpl::new);
    }

    private Optional<String> id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((String) session.getAttribute(place));
    }

    /** Signing out; signing in goes by {@link SessionDoor}. */
    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null && context.getAuthentication() == null) {
            session.removeAttribute(place);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return id(request).isPresent();
    }
}
