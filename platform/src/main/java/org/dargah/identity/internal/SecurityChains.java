package org.dargah.identity.internal;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.OfficerId;
import org.dargah.identity.Scope;
import org.dargah.identity.internal.SessionDoor.Place;
import org.dargah.kernel.PersonId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** What stands before every page: the API's chain, that of officials, that of everyone else. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    /** Longer than any session, so that a form outlives the one in which it was opened. */
    private static final Duration FORM_LIFE = Duration.ofDays(7);

    /** No cookies, no sessions, no forms: each request brings its own proof. */
    @Bean
    @Order(50)
    SecurityFilterChain api(
            HttpSecurity http,
            ClientRepository clients,
            ClientCertificateRepository certificates,
            Clock clock,
            JwtDecoder tokens)
            throws Exception {
        http.addFilterBefore(
                new CertificateFilter(certificates, clients, clock),
                BearerTokenAuthenticationFilter.class);
        return bare(http.securityMatcher("/api/**", "/r1/**", "/listClients"))
                .oauth2ResourceServer(
                        server ->
                                server.bearerTokenResolver(ours())
                                        .jwt(
                                                jwt ->
                                                        jwt.decoder(tokens)
                                                                .jwtAuthenticationConverter(
                                                                        TokenDesk.clientOf(
                                                                                clients)))
                                        .authenticationEntryPoint(new TokenRefusal())
                                        .accessDeniedHandler(new TokenRefusal()))
                .authorizeHttpRequests(
                        a ->
                                a.dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(
                                                HttpMethod.GET,
                                                "/api/openapi.json",
                                                "/api/v1/consents/keys",
                                                "/api/v1/services/**")
                                        .permitAll()
                                        .requestMatchers(HttpMethod.GET, "/api/v1/cases/**")
                                        .hasAuthority(Scope.CASES_READ.authority())
                                        .requestMatchers(
                                                "/r1/**",
                                                "/listClients",
                                                "/api/v1/inquiries/**",
                                                "/api/v1/consents/**",
                                                "/api/v1/access-rights/**")
                                        .hasAuthority(Scope.INQUIRIES.authority())
                                        .requestMatchers(
                                                "/api/v1/operational-data", "/api/v1/health-data")
                                        .hasAuthority(Scope.MONITORING.authority())
                                        .requestMatchers("/api/v1/cases/**")
                                        .hasAuthority(Scope.CASES_WRITE.authority())
                                        .anyRequest()
                                        .authenticated())
                .build();
    }

    /** The public log: the same bytes for everybody, to be kept by whoever carries them. */
    @Bean
    @Order(52)
    SecurityFilterChain evidence(HttpSecurity http) throws Exception {
        return open(http.securityMatcher("/evidence/**"));
    }

    /** Of a program that has shown a certificate, the header is meant for the registry. */
    private static BearerTokenResolver ours() {
        var header = new DefaultBearerTokenResolver();
        return request ->
                SessionContext.currentProof().isPresent() ? null : header.resolve(request);
    }

    /** The outside world of the demo: its forms are its own and carry no token of ours. */
    @Bean
    @Profile("demo")
    @Order(55)
    SecurityFilterChain sandbox(HttpSecurity http) throws Exception {
        return open(http.securityMatcher("/sandbox/**"));
    }

    private static SecurityFilterChain open(HttpSecurity http) throws Exception {
        return bare(http).authorizeHttpRequests(a -> a.anyRequest().permitAll()).build();
    }

    /** What serves sessions and forms stands in the way of those who have neither. */
    private static HttpSecurity bare(HttpSecurity http) throws Exception {
        // Else a session would be begun to keep a refused request in.
        http.setSharedObject(RequestCache.class, new NullRequestCache());
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                // The rest stands on every answer of the house already.
                .headers(h -> h.defaultsDisabled().cacheControl(Customizer.withDefaults()));
    }

    @Bean
    @Order(60)
    SecurityFilterChain officials(HttpSecurity http, OfficerRepository officers, WayBack wayBack)
            throws Exception {
        SessionContext context =
                new SessionContext(
                        Place.OFFICER.attribute(),
                        id -> OfficerId.parse(id).flatMap(officers::find).map(SignedIn::as));
        return pages(
                http.securityMatcher("/work/**", "/board/**", "/actuator/**"), context, wayBack);
    }

    @Bean
    @Order(70)
    SecurityFilterChain people(HttpSecurity http, PersonRepository people, WayBack wayBack)
            throws Exception {
        SessionContext context =
                new SessionContext(
                        Place.PERSON.attribute(),
                        id -> PersonId.parse(id).flatMap(p -> citizen(people, p)));
        return pages(http, context, wayBack);
    }

    private static Optional<SignedIn> citizen(PersonRepository people, PersonId id) {
        return people.find(id)
                .map(p -> new CurrentPerson(p.province(), p.id(), p.name()))
                .map(SignedIn::as);
    }

    private static SecurityFilterChain pages(
            HttpSecurity http, SessionContext context, WayBack wayBack) throws Exception {
        return http.securityContext(c -> c.securityContextRepository(context))
                .csrf(c -> c.csrfTokenRepository(csrfTokens()))
                .addFilterBefore(new SameOrigin(), CsrfFilter.class)
                .requestCache(c -> c.requestCache(wayBack.forms()))
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        e ->
                                e.authenticationEntryPoint(new Doorbell())
                                        .accessDeniedHandler(new Denial()))
                .authorizeHttpRequests(
                        a ->
                                a.dispatcherTypeMatchers(
                                                DispatcherType.ERROR,
                                                DispatcherType.FORWARD,
                                                DispatcherType.ASYNC)
                                        .permitAll()
                                        .anyRequest()
                                        .access(new Doorman()))
                .build();
    }

    private static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("dargah-form");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").path("/").maxAge(FORM_LIFE));
        return tokens;
    }

    /** Each request is observed once, as a whole; not each filter that it passes. */
    @Bean
    SecurityObservationSettings filtersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** People sign in by our own doors; without this the framework would invent a user. */
    @Bean
    AuthenticationManager noOtherDoor() {
        return authentication -> {
            throw new ProviderNotFoundException("There is no such way in");
        };
    }
}
