package org.dargah.identity.internal;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Takes a signed assertion out of a request for a token. The parameter {@code client_id} may be
 * left out, as RFC 7521, 4.2 allows and common clients do: the assertion names its subject.
 */
final class AssertionConverter implements AuthenticationConverter {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String type = only(request, OAuth2ParameterNames.CLIENT_ASSERTION_TYPE);
        String assertion = only(request, OAuth2ParameterNames.CLIENT_ASSERTION);
        if (!TYPE.equals(type) || assertion == null) {
            return null;
        }
        String subject = subject(assertion);
        String named = only(request, OAuth2ParameterNames.CLIENT_ID);
        if (named != null && !named.equals(subject)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(
                subject, new ClientAuthenticationMethod(TYPE), assertion, Map.of());
    }

    /** What came twice could be read by two readers in two ways. */
    private static @Nullable String only(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values == null || values[0].isBlank()) {
            return null;
        }
        if (values.length > 1) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return values[0];
    }

    /** Not yet believed. */
    private static String subject(String assertion) {
        try {
            String subject = SignedJWT.parse(assertion).getJWTClaimsSet().getSubject();
            if (subject != null && !subject.isBlank()) {
                return subject;
            }
        } catch (ParseException broken) {
            // Told below, like one without a subject.
        }
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
}
