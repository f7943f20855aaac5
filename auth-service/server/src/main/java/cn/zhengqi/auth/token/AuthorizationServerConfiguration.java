package cn.zhengqi.auth.token;

import cn.zhengqi.auth.signin.SignedInSessions;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.web.Callers;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.autoconfigure.ZhengqiProperties;
import cn.zhengqi.web.problem.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.util.UriComponentsBuilder;

/** Spring Authorization Server with its one human client, the gateway, one client per service, and one that reads metrics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthorizationProperties.class)
class AuthorizationServerConfiguration {

    static final String CALLBACK_PATH = "/bff/callback";

    /**
     * Names the gateway, wherever it is reached: a browser is sent to the path alone and so stays on the host that it
     * came by. No host of a request is ever believed, and no list of hosts has to be kept.
     */
    static final String CALLBACK = "https://gateway.zhengqi.internal" + CALLBACK_PATH;

    static final String METRICS_SCOPE = "metrics";

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServerChain(
            HttpSecurity http,
            SignedInSessions sessions,
            SecurityContextRepository signedInSession,
            Problems problems) {
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.clientAuthentication(client ->
                                    client.authenticationProviders(providers -> providers.forEach(provider -> {
                                        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
                                            secrets.setPasswordEncoder(secretEncoder());
                                        }
                                    })))
                            .authorizationEndpoint(endpoint -> endpoint.authorizationResponseHandler(
                                            (request, response, granted) -> {
                                                var grant = (OAuth2AuthorizationCodeRequestAuthenticationToken) granted;
                                                var code = grant.getAuthorizationCode();
                                                redirect(
                                                        response,
                                                        "code",
                                                        code == null ? "" : code.getTokenValue(),
                                                        grant.getState());
                                            })
                                    .errorResponseHandler((request, response, failure) -> {
                                        if (failure
                                                        instanceof
                                                        OAuth2AuthorizationCodeRequestAuthenticationException refused
                                                && refused.getAuthorizationCodeRequestAuthentication() != null
                                                && CALLBACK.equals(refused.getAuthorizationCodeRequestAuthentication()
                                                        .getRedirectUri())) {
                                            redirect(
                                                    response,
                                                    "error",
                                                    refused.getError().getErrorCode(),
                                                    refused.getAuthorizationCodeRequestAuthentication()
                                                            .getState());
                                        } else {
                                            problems.write(
                                                    response,
                                                    problems.of(
                                                            CommonProblem.forStatus(HttpStatus.BAD_REQUEST.value())));
                                        }
                                    }));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(signedInSession))
                .addFilterAfter(new EndedSessionFilter(sessions), SecurityContextHolderFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, unauthenticated) -> sessions.askToSignIn(request, response)));
        return http.build();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(ZhengqiProperties properties) {
        return AuthorizationServerSettings.builder()
                .issuer(properties.auth().issuer())
                .build();
    }

    @Bean
    OAuth2AuthorizationService authorizationService(JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationService(jdbc, clients);
    }

    /** Every start writes the clients anew, so that a changed secret holds and a client that is gone gets no token. */
    @Bean
    RegisteredClientRepository registeredClients(
            JdbcOperations jdbc, OnceLoader once, AuthorizationProperties properties) {
        JdbcRegisteredClientRepository clients = new JdbcRegisteredClientRepository(jdbc);
        PasswordEncoder secrets = secretEncoder();
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
        return clients;
    }

    private static RegisteredClient gateway(AuthorizationProperties properties, PasswordEncoder secrets) {
        return RegisteredClient.withId("gateway")
                .clientId("gateway")
                .clientSecret(secrets.encode(properties.gatewaySecret()))
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

    private static RegisteredClient client(String name, String secret, String scope, PasswordEncoder secrets) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret(secrets.encode(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(scope)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(10))
                        .build())
                .build();
    }

    /** Client secrets are long and random: nothing is gained by making them slow to check at every token. */
    private static PasswordEncoder secretEncoder() {
        return new BCryptPasswordEncoder(4);
    }

    private static void redirect(HttpServletResponse response, String name, String value, @Nullable String state) {
        UriComponentsBuilder target =
                UriComponentsBuilder.fromPath(CALLBACK_PATH).queryParam(name, "{value}");
        if (state != null) {
            target.queryParam("state", "{state}");
        }
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(
                HttpHeaders.LOCATION,
                target.encode().build(Arrays.asList(value, state).toArray()).toString());
    }
}
