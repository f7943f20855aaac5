package cn.zhengqi.auth.token;

import cn.zhengqi.auth.app.AppClaims;
import cn.zhengqi.auth.app.AppClients;
import cn.zhengqi.auth.app.AppScope;
import cn.zhengqi.auth.app.AppSecrets;
import cn.zhengqi.auth.session.SignIns;
import cn.zhengqi.auth.signin.SignedInSessions;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.web.Callers;
import cn.zhengqi.web.Permission;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadataClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Spring Authorization Server with the platform's own clients (the gateway, one per service, one that reads metrics), and as an OpenID provider for the applications that
 * operators register.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthorizationProperties.class)
class AuthorizationServerConfiguration {

    static final String GATEWAY = "gateway";

    static final String CALLBACK_PATH = "/bff/callback";

    /**
     * Names the gateway, wherever it is reached: a browser is sent to the path alone and so stays on the host that it
     * came by. No host of a request is ever believed, and no list of hosts has to be kept.
     */
    static final String CALLBACK = "https://gateway.zhengqi.internal" + CALLBACK_PATH;

    static final String METRICS_SCOPE = "metrics";

    private static final String USER_INFO = "/oauth2/userinfo";

    /** Where other systems reach it, which is what the tokens of applications name; the platform's own name what services expect. */
    @Bean
    AuthorizationServerSettings authorizationServerSettings(AuthorizationProperties properties) {
        return AuthorizationServerSettings.builder()
                .issuer(properties.issuer())
                .oidcUserInfoEndpoint(USER_INFO)
                .oidcLogoutEndpoint("/oauth2/logout")
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServerChain(
            HttpSecurity http,
            AuthorizationAnswers answers,
            AuthorizationProperties properties,
            SigningKeys keys,
            AppSecrets secrets,
            AppClaims claims,
            RegisteredClientRepository clients,
            SignedInSessions sessions,
            SignIns signIns,
            Clock clock,
            SecurityContextRepository signedInSession) {
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.clientAuthentication(client ->
                                    client.authenticationProviders(providers -> providers.forEach(provider -> {
                                        if (provider instanceof ClientSecretAuthenticationProvider known) {
                                            known.setPasswordEncoder(secrets.encoder());
                                        }
                                    })))
                            .authorizationEndpoint(endpoint -> endpoint.consentPage(properties.issuer() + "/authorize")
                                    .authenticationProviders(providers -> providers.forEach(provider -> {
                                        if (provider
                                                instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
                                            codes.setAuthorizationConsentRequired(
                                                    AuthorizationServerConfiguration::mustBeAsked);
                                            codes.setAuthenticationValidator(
                                                    new OAuth2AuthorizationCodeRequestAuthenticationValidator()
                                                            .andThen(AuthorizationServerConfiguration::appsAskWhoItIs));
                                        }
                                    }))
                                    .authorizationResponseHandler(answers::granted)
                                    .errorResponseHandler(answers::refused))
                            .authorizationServerMetadataEndpoint(
                                    metadata -> metadata.authorizationServerMetadataCustomizer(
                                            told -> told.claims(AuthorizationServerConfiguration::describe)))
                            .oidc(oidc -> oidc.providerConfigurationEndpoint(
                                            metadata -> metadata.providerConfigurationCustomizer(
                                                    told -> told.claims(AuthorizationServerConfiguration::describe)))
                                    .userInfoEndpoint(
                                            endpoint -> endpoint.userInfoMapper(asked -> userInfo(asked, claims)))
                                    .logoutEndpoint(endpoint -> endpoint.authenticationProviders(providers -> {
                                                providers.clear();
                                                providers.add(new AppLogout(
                                                        decoder(keys, new JwtIssuerValidator(properties.issuer())),
                                                        clients));
                                            })
                                            .logoutResponseHandler(answers::signedOut)
                                            .errorResponseHandler(answers::notSignedOut)));
                })
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(appTokens(keys, properties.issuer())))
                        .bearerTokenResolver(onlyForUserInfo()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(signedInSession))
                .addFilterAfter(new EndedSessionFilter(sessions), SecurityContextHolderFilter.class)
                .addFilterAfter(new FreshSignInFilter(signIns, clock), EndedSessionFilter.class)
                .addFilterBefore(new OutsideFilter(), AuthorizationFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(answers::unauthenticated));
        return http.build();
    }

    /** Each scope was allowed by the person, also the one that says no more than that it is they. */
    private static boolean mustBeAsked(OAuth2AuthorizationCodeRequestAuthenticationContext asked) {
        if (!asked.getRegisteredClient().getClientSettings().isRequireAuthorizationConsent()) {
            return false;
        }
        OAuth2AuthorizationConsent given = asked.getAuthorizationConsent();
        return given == null
                || !given.getScopes()
                        .containsAll(Objects.requireNonNull(asked.getAuthorizationRequest())
                                .getScopes());
    }

    /** There is nothing else here that they could get. */
    private static void appsAskWhoItIs(OAuth2AuthorizationCodeRequestAuthenticationContext asked) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = asked.getAuthentication();
        if (AppClients.isApp(asked.getRegisteredClient().getClientId())
                && !request.getScopes().contains(OidcScopes.OPENID)) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE, "The scope openid is missing", null), request);
        }
    }

    /** What applications can do here; what else the server can do is for the platform itself. */
    private static void describe(Map<String, Object> metadata) {
        List<String> proofs = List.of(
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue(),
                ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue(),
                ClientAuthenticationMethod.NONE.getValue());
        metadata.keySet()
                .removeIf(name -> name.startsWith("introspection_")
                        || name.startsWith("tls_client_")
                        || name.startsWith("dpop_"));
        metadata.put(
                OAuth2AuthorizationServerMetadataClaimNames.GRANT_TYPES_SUPPORTED,
                List.of(
                        AuthorizationGrantType.AUTHORIZATION_CODE.getValue(),
                        AuthorizationGrantType.REFRESH_TOKEN.getValue()));
        metadata.put(OAuth2AuthorizationServerMetadataClaimNames.TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED, proofs);
        metadata.put(OAuth2AuthorizationServerMetadataClaimNames.REVOCATION_ENDPOINT_AUTH_METHODS_SUPPORTED, proofs);
        metadata.put("backchannel_logout_supported", true);
        metadata.put("backchannel_logout_session_supported", true);
        metadata.put(
                OAuth2AuthorizationServerMetadataClaimNames.SCOPES_SUPPORTED,
                Stream.concat(
                                Stream.of(OidcScopes.OPENID),
                                Arrays.stream(AppScope.values()).map(AppScope::code))
                        .toList());
    }

    private static OidcUserInfo userInfo(OidcUserInfoAuthenticationContext asked, AppClaims claims) {
        Authentication person =
                Objects.requireNonNull(asked.getAuthorization().getAttribute(Principal.class.getName()));
        String client = asked.getAuthorization().getRegisteredClientId();
        return claims.of(person, UUID.fromString(client), asked.getAccessToken().getScopes())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
    }

    /** Only what was made for applications: a token of the platform itself says another issuer. */
    private static JwtDecoder appTokens(SigningKeys keys, String issuer) {
        return decoder(
                keys,
                new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new JwtIssuerValidator(issuer)));
    }

    private static JwtDecoder decoder(SigningKeys keys, OAuth2TokenValidator<Jwt> validator) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(validator);
        return decoder;
    }

    /** The gateway puts the platform's own token on what browsers ask: here it is for nobody. */
    private static BearerTokenResolver onlyForUserInfo() {
        PathPatternRequestMatcher userInfo =
                PathPatternRequestMatcher.withDefaults().matcher(USER_INFO);
        DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
        return request -> userInfo.matches(request) ? header.resolve(request) : null;
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new NoSessionRegistry();
    }

    @Bean
    OAuth2AuthorizationService authorizationService(
            JdbcOperations jdbc, RegisteredClientRepository clients, PlatformTransactionManager transactions) {
        return new StoredAuthorizations(jdbc, clients, transactions);
    }

    /** Every start writes the clients anew, so that a changed secret holds and a client that is gone gets no token. */
    @Bean
    RegisteredClientRepository registeredClients(
            JdbcOperations jdbc,
            OnceLoader once,
            AuthorizationProperties properties,
            AppSecrets secrets,
            AppClients apps) {
        JdbcRegisteredClientRepository clients = new JdbcRegisteredClientRepository(jdbc);
        List<RegisteredClient> all = new ArrayList<>();
        all.add(gateway(properties, secrets));
        properties.services().forEach((name, secret) -> all.add(client(name, secret, Permission.INTERNAL, secrets)));
        if (!properties.operationsSecret().isBlank()) {
            all.add(client(Callers.OPERATIONS, properties.operationsSecret(), Permission.INTERNAL, secrets));
        }
        if (!properties.metricsSecret().isBlank()) {
            all.add(client("prometheus", properties.metricsSecret(), METRICS_SCOPE, secrets));
        }
        once.exclusively("clients", () -> {
            all.forEach(clients::save);
            return JdbcClient.create(jdbc)
                    .sql("delete from oauth2_registered_client where not id = any(?)")
                    .param(all.stream().map(RegisteredClient::getId).toArray(String[]::new))
                    .update();
        });
        return new RegisteredClients(clients, apps);
    }

    private static RegisteredClient gateway(AuthorizationProperties properties, AppSecrets secrets) {
        return RegisteredClient.withId(GATEWAY)
                .clientId(GATEWAY)
                .clientSecret(secrets.hash(properties.gatewaySecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                // For what it asks of this service about keys of the open interface; no other route names it as a
                // caller.
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .redirectUri(CALLBACK)
                .scope("platform")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                        .accessTokenTimeToLive(properties.accessTokenLife())
                        .refreshTokenTimeToLive(properties.refreshTokenLife())
                        .reuseRefreshTokens(false)
                        .build())
                .build();
    }

    private static RegisteredClient client(String name, String secret, String scope, AppSecrets secrets) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret(secrets.hash(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(scope)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(10))
                        .build())
                .build();
    }
}
