package cn.zhengqi.gateway.bff;

import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes the tokens that Spring Security got at sign-in into the session. Reading them is the business of {@link SessionTokens}. */
final class SessionClients implements ServerOAuth2AuthorizedClientRepository {

    private final Clock clock;

    SessionClients(Clock clock) {
        this.clock = clock;
    }

    @Override
    public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
            String registrationId, Authentication principal, ServerWebExchange exchange) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> saveAuthorizedClient(
            OAuth2AuthorizedClient client, Authentication principal, ServerWebExchange exchange) {
        var refresh = client.getRefreshToken();
        if (refresh == null) {
            return Mono.error(new IllegalStateException("auth-service gave no refresh token"));
        }
        return exchange.getSession()
                .doOnNext(session ->
                        SessionTokens.signIn(session, Tokens.of(client.getAccessToken(), refresh), clock.instant()))
                .then();
    }

    @Override
    public Mono<Void> removeAuthorizedClient(
            String registrationId, Authentication principal, ServerWebExchange exchange) {
        return exchange.getSession().doOnNext(SessionTokens::remove).then();
    }
}
