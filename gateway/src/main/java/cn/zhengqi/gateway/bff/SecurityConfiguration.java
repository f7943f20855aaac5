package cn.zhengqi.gateway.bff;

import cn.zhengqi.gateway.GatewayProperties;
import cn.zhengqi.gateway.OpenRoutes;
import cn.zhengqi.gateway.problem.GatewayProblems;
import cn.zhengqi.kernel.CommonProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Sign-in, protection against requests forged by other sites, and headers. Whether a relayed
 * request may be answered is not decided here but by the service that it is for.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String LOGIN_PATH = "/bff/login";

    /** Said along to auth-service, whose sign-in page leads back by it: what a session keeps is of all its tabs. */
    private static final String CONTINUE = "continue";

    private static final String HOME = "/";

    /** What is longer is not kept: it would stand in a session that anybody may have. */
    private static final int LONGEST_WISH = 2000;

    private static final String CONSOLE = "/admin/";

    /** {@code blob:} frames: the console shows an authorisation letter in the browser's own PDF viewer. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; frame-src 'self' blob:; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'none'";

    /** A request is measured as a whole: a measurement of each filter that it passes costs more than most of what they do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** A path with what no path may hold is refused before all else, but not without a word. */
    @Bean
    ServerExchangeRejectedHandler rejectedRequests(GatewayProblems problems) {
        return (exchange, reason) -> problems.write(exchange, CommonProblem.BAD_REQUEST);
    }

    @Bean
    SecurityWebFilterChain gatewayChain(
            ServerHttpSecurity http,
            ReactiveClientRegistrationRepository registrations,
            GatewayProblems problems,
            MetricsReaders metricsReaders,
            SignInStarts starts,
            GatewayProperties properties,
            Clock clock) {
        CookieServerCsrfTokenRepository csrfCookie = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        csrfCookie.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(properties.https()));
        return http.authorizeExchange(exchanges -> exchanges
                        .pathMatchers("/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .pathMatchers("/actuator/prometheus")
                        .access((who, context) ->
                                metricsReaders.include(context.getExchange()).map(AuthorizationDecision::new))
                        .matchers(OpenRoutes.matcher())
                        .permitAll()
                        .anyExchange()
                        .denyAll())
                .oauth2Login(login -> login.authorizationRequestResolver(signInRequests(registrations, starts))
                        .authenticationMatcher(
                                new PathPatternParserServerWebExchangeMatcher(BffConfiguration.CALLBACK_PATH))
                        .authorizedClientRepository(new SessionClients(clock))
                        .securityContextRepository(new FreshSessionId())
                        .authenticationSuccessHandler((filter, who) -> redirectToWhatWasWanted(filter.getExchange()))
                        .authenticationFailureHandler((filter, failure) -> afterFailedSignIn(filter.getExchange())))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie)
                        .requireCsrfProtectionMatcher(SecurityConfiguration::needsCsrfToken)
                        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                        .accessDeniedHandler(
                                (exchange, denied) -> problems.write(exchange, CommonProblem.CSRF_REJECTED)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (exchange, failure) -> problems.write(exchange, CommonProblem.NOT_FOUND))
                        .accessDeniedHandler((exchange, denied) -> problems.write(
                                exchange,
                                denied instanceof CsrfException
                                        ? CommonProblem.CSRF_REJECTED
                                        : CommonProblem.NOT_FOUND)))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(frames -> frames.mode(Mode.DENY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .permissionsPolicy(policy ->
                                policy.policy("camera=(self), microphone=(), geolocation=(self), payment=()")))
                .headers(headers -> headers.writer(exchange -> strictTransport(exchange, properties.https())))
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .build();
    }

    /** {@code GET /bff/login?continue=/path} begins a sign-in and remembers where it leads. */
    private static ServerOAuth2AuthorizationRequestResolver signInRequests(
            ReactiveClientRegistrationRepository registrations, SignInStarts starts) {
        var path = new PathPatternParserServerWebExchangeMatcher(LOGIN_PATH);
        var resolver = new DefaultServerOAuth2AuthorizationRequestResolver(
                registrations,
                exchange -> path.matches(exchange)
                        .flatMap(found -> found.isMatch()
                                ? MatchResult.match(Map.of(
                                        DefaultServerOAuth2AuthorizationRequestResolver
                                                .DEFAULT_REGISTRATION_ID_URI_VARIABLE_NAME,
                                        "gateway"))
                                : MatchResult.notMatch()));
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new ServerOAuth2AuthorizationRequestResolver() {
            @Override
            public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
                return resolver.resolve(exchange)
                        .flatMap(request -> starts.admit(exchange)
                                .then(exchange.getSession())
                                .map(session -> leadingBack(
                                        request,
                                        session,
                                        ownPath(exchange.getRequest()
                                                .getQueryParams()
                                                .getFirst(CONTINUE)))));
            }

            @Override
            public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String registrationId) {
                return resolver.resolve(exchange, registrationId);
            }
        };
    }

    private static OAuth2AuthorizationRequest leadingBack(
            OAuth2AuthorizationRequest request, WebSession session, String path) {
        WaysBack.keep(session, Objects.requireNonNull(request.getState()), path);
        return OAuth2AuthorizationRequest.from(request)
                .additionalParameters(told -> told.put(CONTINUE, path))
                // Spring leaves a plus as it is, which is read as a space.
                .authorizationRequestUri(
                        uri -> URI.create(uri.build().toString().replace("+", "%2B")))
                .build();
    }

    /**
     * A browser cannot be led to sign a request of the open interface, and what is not signed is refused there; nor does it know the secrets and tokens of an application, or
     * the address at which a provider reports.
     */
    private static Mono<MatchResult> needsCsrfToken(ServerWebExchange exchange) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        return OpenRoutes.isSigned(path) || OpenRoutes.isOfApplications(path) || OpenRoutes.isOfProviders(path)
                ? MatchResult.notMatch()
                : CsrfWebFilter.DEFAULT_CSRF_MATCHER.matches(exchange);
    }

    private static Mono<Void> redirectToWhatWasWanted(ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(session ->
                        redirect(exchange, landing(WaysBack.take(session, exchange), SessionTokens.of(session))));
    }

    /** Whoever wanted nothing in particular begins where their work is. */
    private static String landing(@Nullable String wanted, @Nullable Tokens tokens) {
        return wanted == null || wanted.equals(HOME) ? tokens != null && tokens.ofStaff() ? CONSOLE : HOME : wanted;
    }

    /** A page that was open for too long, or two at once: whoever is signed in by now is not bothered with it. */
    private static Mono<Void> afterFailedSignIn(ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(session -> SessionTokens.signedIn(session)
                        ? redirectToWhatWasWanted(exchange)
                        : redirect(exchange, signInAgain(WaysBack.take(session, exchange))));
    }

    private static String signInAgain(@Nullable String wanted) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/sign-in").queryParam("error", "failed");
        return wanted == null
                ? page.toUriString()
                : page.queryParam("back", "{back}")
                        .encode()
                        .buildAndExpand(wanted)
                        .toUriString();
    }

    private static Mono<Void> redirect(ServerWebExchange exchange, String path) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.FOUND);
        response.getHeaders().setLocation(URI.create(path));
        return response.setComplete();
    }

    /** Only a path of this site: never a way to send people elsewhere. */
    static String ownPath(@Nullable String wanted) {
        if (wanted == null
                || wanted.length() > LONGEST_WISH
                || !wanted.startsWith("/")
                || wanted.startsWith("//")
                || wanted.contains("\\")) {
            return HOME;
        }
        try {
            URI path = new URI(wanted);
            return path.getHost() == null && path.getScheme() == null ? path.toASCIIString() : HOME;
        } catch (URISyntaxException notAPath) {
            return HOME;
        }
    }

    /** Spring Security writes it only for connections that are encrypted to the very gateway. */
    private static Mono<Void> strictTransport(ServerWebExchange exchange, boolean https) {
        if (https) {
            exchange.getResponse().getHeaders().set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        return Mono.empty();
    }
}
