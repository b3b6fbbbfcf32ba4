package org.dargah.identity.internal;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dargah.identity.ClientKey;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Component;

/**
 * Believes an assertion (RFC 7523, 3) that one of the client's own keys has signed, that is meant
 * for us, ends soon, and was not shown before.
 */
@Component
final class AssertionReader implements JwtDecoderFactory<RegisteredClient> {

    /** Nobody needs longer from signing to showing, and for so long we must remember it. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Clocks of two houses differ. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final int LONGEST_ID = 200;

    private final ClientKeyRepository keys;
    private final Set<String> us;
    private final Clock clock;

    AssertionReader(ClientKeyRepository keys, AuthorizationServerSettings settings, Clock clock) {
        this.keys = keys;
        String issuer = Objects.requireNonNull(settings.getIssuer());
        this.us = Set.of(issuer, issuer + settings.getTokenEndpoint());
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("client-authentication+jwt"), null));
        processor.setJWSKeySelector((header, context) -> candidates(client, header));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(assertion -> judge(assertion, client.getClientId()));
        return decoder;
    }

    /** All that fit the algorithm: a key that came as PEM has no name to call it by. */
    private List<PublicKey> candidates(RegisteredClient client, JWSHeader header) {
        return keys.of(client.getClientId()).stream()
                .map(ClientKey::key)
                .filter(key -> fits(key, header.getAlgorithm()))
                .toList();
    }

    private static boolean fits(PublicKey key, JWSAlgorithm algorithm) {
        return switch (key) {
            case RSAPublicKey rsa -> JWSAlgorithm.Family.RSA.contains(algorithm);
            case ECPublicKey ec -> JWSAlgorithm.ES256.equals(algorithm);
            default -> false;
        };
    }

    private OAuth2TokenValidatorResult judge(Jwt assertion, String client) {
        String wrong = fault(assertion, client);
        return wrong == null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, wrong, null));
    }

    private @Nullable String fault(Jwt assertion, String client) {
        if (!client.equals(assertion.getClaimAsString("iss"))
                || !client.equals(assertion.getSubject())) {
            return "iss and sub must be the client";
        }
        List<String> audience = assertion.getAudience();
        if (audience == null || Collections.disjoint(audience, us)) {
            return "aud must be one of " + us;
        }
        Instant now = clock.instant();
        Instant end = assertion.getExpiresAt();
        if (end == null
                || !end.plus(SKEW).isAfter(now)
                || end.isAfter(now.plus(LONGEST).plus(SKEW))) {
            return "exp must lie within the next five minutes";
        }
        Instant begin = assertion.getNotBefore();
        if (begin != null && begin.isAfter(now.plus(SKEW))) {
            return "nbf lies ahead";
        }
        String id = assertion.getId();
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            return "jti must be there, of at most " + LONGEST_ID + " signs";
        }
        return keys.take(client, id, end.plus(SKEW)) ? null : "jti was shown before";
    }
}
