package org.dargah.identity.internal;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Objects;
import org.dargah.identity.Proof;
import org.dargah.identity.Scope;
import org.dargah.kernel.Remembered;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2TokenEndpointConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Where programs get their tokens: OAuth 2 client credentials (RFC 6749, 4.4), tokens as signed
 * JWTs (RFC 9068). A token names the client and what it wants to do; who the client is, is read
 * anew with each request.
 */
@Configuration(proxyBeanMethods = false)
class TokenDesk {

    @Bean
    @Order(45)
    SecurityFilterChain tokens(HttpSecurity http, TokenLimit limit, AssertionReader assertions)
            throws Exception {
        return http.securityMatcher("/oauth2/token")
                .oauth2AuthorizationServer(
                        server ->
                                server.clientAuthentication(client -> signed(client, assertions))
                                        .tokenEndpoint(TokenDesk::limited))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(
                        limit,
                        org.springframework.security.web.context.SecurityContextHolderFilter.class)
                .authorizeHttpRequests(a -> a.anyRequest().authenticated())
                .build();
    }

    private static void signed(
            OAuth2ClientAuthenticationConfigurer client, AssertionReader assertions) {
        client.authenticationConverters(ways -> ways.addFirst(new AssertionConverter()))
                .authenticationProviders(
                        ways ->
                                ways.forEach(
                                        way -> {
                                            if (way
                                                    instanceof
                                                    JwtClientAssertionAuthenticationProvider it) {
                                                it.setJwtDecoderFactory(assertions);
                                            }
                                        }));
    }

    private static void limited(OAuth2TokenEndpointConfigurer endpoint) {
        endpoint.authenticationProviders(
                grants ->
                        grants.forEach(
                                grant -> {
                                    if (grant
                                            instanceof
                                            OAuth2ClientCredentialsAuthenticationProvider it) {
                                        it.setAuthenticationValidator(TokenDesk::insist);
                                    }
                                }));
    }

    /** Its own scopes, and by a secret only those that a secret may open. */
    private static void insist(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR.accept(context);
        OAuth2ClientCredentialsAuthenticationToken wanted = context.getAuthentication();
        boolean signed =
                wanted.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                        && ClientAuthenticationMethod.PRIVATE_KEY_JWT.equals(
                                client.getClientAuthenticationMethod());
        boolean open =
                wanted.getScopes().stream()
                        .flatMap(code -> Scope.parse(code).stream())
                        .allMatch(Scope::bySecret);
        if (!signed && !open) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(
                            OAuth2ErrorCodes.INVALID_SCOPE,
                            "A shared secret does not open this scope: sign an assertion (RFC"
                                    + " 7523) or come by certificate",
                            null));
        }
    }

    @Bean
    AuthorizationServerSettings tokenSettings(@Value("${dargah.address}") String address) {
        return AuthorizationServerSettings.builder().issuer(address).build();
    }

    @Bean
    JWKSource<SecurityContext> tokenKeys(TokenKey key) {
        return new ImmutableJWKSet<>(new JWKSet(key.key()));
    }

    @Bean
    JwtDecoder tokenReader(TokenKey key, AuthorizationServerSettings settings) throws Exception {
        RSAKey rsa = key.key();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(rsa.toRSAPublicKey()).build();
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithIssuer(
                        Objects.requireNonNull(settings.getIssuer())));
        // A busy program shows the same token again and again; checking its signature is dear.
        var read = new Remembered<String, Jwt>(decoder::decode);
        return read::get;
    }

    /** Nothing to keep: a token proves itself, and ends by itself. */
    @Bean
    OAuth2AuthorizationService nothingKept() {
        return new OAuth2AuthorizationService() {
            @Override
            public void save(OAuth2Authorization authorization) {}

            @Override
            public void remove(OAuth2Authorization authorization) {}

            @Override
            public @Nullable OAuth2Authorization findById(String id) {
                return null;
            }

            @Override
            public @Nullable OAuth2Authorization findByToken(
                    String token, @Nullable OAuth2TokenType type) {
                return null;
            }
        };
    }

    /** Turns a token that was found genuine into the client that it names. */
    static Converter<Jwt, AbstractAuthenticationToken> clientOf(ClientRepository clients) {
        return token ->
                clients.find(Objects.requireNonNullElse(token.getSubject(), ""))
                        .filter(row -> row.takesTokenOf(token.getIssuedAt()))
                        .map(ClientRepository.Row::client)
                        .map(client -> SignedIn.as(client, wanted(token), Proof.TOKEN))
                        .orElseThrow(
                                () ->
                                        new InvalidBearerTokenException(
                                                "Not of an open client and its keys"));
    }

    private static List<Scope> wanted(Jwt token) {
        List<String> scopes = token.getClaimAsStringList("scope");
        return scopes == null
                ? List.of()
                : scopes.stream().flatMap(code -> Scope.parse(code).stream()).toList();
    }
}
