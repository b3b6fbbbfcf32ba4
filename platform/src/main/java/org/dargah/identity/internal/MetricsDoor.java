package org.dargah.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets Prometheus read the figures without an official's session: by a token that lies in the data
 * folder, readable to the program alone. Whoever brings no token meets the door of officials.
 */
@Configuration(proxyBeanMethods = false)
class MetricsDoor {

    private static final int TOKEN_BYTES = 24;
    private static final String BEARER = "Bearer ";

    @Bean
    @Order(58)
    SecurityFilterChain metrics(HttpSecurity http, @Value("${dargah.data}") Path data)
            throws Exception {
        byte[] token = token(data.resolve("metrics-token"));
        return http.securityMatcher(MetricsDoor::bringsToken)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        e ->
                                e.authenticationEntryPoint(
                                        (request, response, why) ->
                                                response.sendError(
                                                        HttpStatus.UNAUTHORIZED.value())))
                .authorizeHttpRequests(
                        a ->
                                a.anyRequest()
                                        .access(
                                                (who, request) ->
                                                        new AuthorizationDecision(
                                                                MessageDigest.isEqual(
                                                                        brought(
                                                                                request
                                                                                        .getRequest()),
                                                                        token))))
                .build();
    }

    private static boolean bringsToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return request.getRequestURI().equals("/actuator/prometheus")
                && header != null
                && header.startsWith(BEARER);
    }

    private static byte[] brought(HttpServletRequest request) {
        String header = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
        return header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] token(Path file) throws IOException {
        if (Files.notExists(file)) {
            write(file);
        }
        return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
    }

    /** Whole or not at all, as every secret of the house. */
    private static void write(Path file) throws IOException {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        Path whole =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "metrics",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
