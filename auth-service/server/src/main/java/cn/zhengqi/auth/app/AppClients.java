package cn.zhengqi.auth.app;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The applications as clients of the authorization server. Read anew for each request, so that a change counts from the next on. */
@Component
@EnableConfigurationProperties(AppProperties.class)
public class AppClients {

    private static final int UUID_LENGTH = 36;
    private static final Duration CODE_LIFE = Duration.ofMinutes(1);

    private final ConnectedAppMapper mapper;
    private final AppProperties properties;

    AppClients(ConnectedAppMapper mapper, AppProperties properties) {
        this.mapper = mapper;
        this.properties = properties;
    }

    /** Whether a client is an application, and none of the platform's own. */
    public static boolean isApp(String clientId) {
        return clientId.startsWith(ConnectedApp.PREFIX);
    }

    /** Of the application that a client's id is that of; empty for the platform's own clients, whose ids are their names. */
    public static Optional<UUID> idOf(String registeredId) {
        return registeredId.length() == UUID_LENGTH && registeredId.charAt(8) == '-'
                ? Optional.of(UUID.fromString(registeredId))
                : Optional.empty();
    }

    /** One that people may sign in to, and that can prove who it is. */
    public Optional<RegisteredClient> open(String clientId) {
        return mapper.byClientId(clientId)
                .filter(ConnectedApp::isOpen)
                .filter(ConnectedApp::isReady)
                .map(this::client);
    }

    /** Also one that is disabled: for what was given to it before. */
    public Optional<RegisteredClient> find(UUID id) {
        return mapper.find(id).map(this::client);
    }

    /** The application itself, if people may sign in to it. */
    public Optional<ConnectedApp> app(String clientId) {
        return mapper.byClientId(clientId).filter(ConnectedApp::isOpen);
    }

    public Optional<ConnectedApp> app(UUID id) {
        return mapper.find(id).filter(ConnectedApp::isOpen);
    }

    private RegisteredClient client(ConnectedApp app) {
        boolean confidential = app.getKind() == AppKind.CONFIDENTIAL;
        RegisteredClient.Builder client = RegisteredClient.withId(app.getId().toString())
                .clientId(app.getClientId())
                .clientIdIssuedAt(app.getCreatedAt())
                .clientName(app.getName())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(app.getRedirectUris()))
                .postLogoutRedirectUris(uris -> uris.addAll(app.getPostLogoutUris()))
                .scope(OidcScopes.OPENID)
                .scopes(scopes -> scopes.addAll(app.getScopes()))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(true)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE_LIFE)
                        .accessTokenTimeToLive(properties.accessTokenLife())
                        .refreshTokenTimeToLive(properties.refreshTokenLife())
                        .reuseRefreshTokens(false)
                        .build());
        if (confidential) {
            app.secretHash().ifPresent(client::clientSecret);
            client.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                    .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
        } else {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return client.build();
    }
}
