package cn.zhengqi.gateway.openapi;

import cn.zhengqi.auth.api.OpenApiKeys;
import cn.zhengqi.gateway.GatewayProperties;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * What auth-service says of keys, remembered for moments: with the patience for an answer less than the five seconds in which a revoked key must be out. While
 * auth-service does not answer, no key is known and nobody gets through.
 */
@Component
class KeyDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(KeyDirectory.class);

    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    /** Before the token of the gateway itself runs out. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final int MOST = 2_000;

    private final WebClient http;
    private final ClientRegistration gateway;
    private final String base;
    private final Duration patience;
    private final AsyncCache<String, OpenApiKeys.Lookup> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).buildAsync();

    private volatile Mono<String> token;

    /** @param patience for an answer; with what is remembered less than five seconds */
    KeyDirectory(
            WebClient authServiceHttp,
            ClientRegistration gateway,
            GatewayProperties properties,
            @Value("${zhengqi.gateway.openapi-key-patience:2s}") Duration patience) {
        this.patience = patience;
        this.http = authServiceHttp;
        this.gateway = gateway;
        this.base = properties.authUri();
        this.token = freshToken();
    }

    /** Fails with SERVICE_UNAVAILABLE while auth-service does not answer. */
    Mono<OpenApiKeys.Lookup> find(String keyId) {
        return Mono.fromFuture(() -> known.get(keyId, (id, executor) -> ask(id).toFuture()), true)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CommonProblem.SERVICE_UNAVAILABLE)));
    }

    /** Tells what was asked with keys; fails when auth-service did not take it. */
    Mono<Void> tell(List<OpenApiKeys.Call> calls) {
        return token().flatMap(bearer -> http.post()
                        .uri(URI.create(base + "/internal/openapi/calls"))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(calls)
                        .retrieve()
                        .toBodilessEntity())
                .timeout(patience.multipliedBy(2))
                .doOnError(this::forgetToken)
                .then();
    }

    /** Empty, which is not remembered, when there is no answer. */
    private Mono<OpenApiKeys.Lookup> ask(String keyId) {
        return token().flatMap(bearer -> http.get()
                        .uri(URI.create(base + "/internal/openapi/keys/" + keyId))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + bearer)
                        .retrieve()
                        .bodyToMono(OpenApiKeys.Lookup.class))
                .timeout(patience)
                .onErrorResume(failure -> {
                    forgetToken(failure);
                    LOG.warn("auth-service says nothing of a key: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<String> token() {
        return Mono.defer(() -> token);
    }

    /** Refused: its signing key is gone, or auth-service has another database now. */
    private void forgetToken(Throwable failure) {
        if (failure instanceof WebClientResponseException answer && answer.getStatusCode() == HttpStatus.UNAUTHORIZED) {
            token = freshToken();
        }
    }

    private Mono<String> freshToken() {
        return http.post()
                .uri(URI.create(base + "/oauth2/token"))
                .headers(headers -> headers.setBasicAuth(gateway.getClientId(), gateway.getClientSecret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("grant_type", "client_credentials"))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .cache(
                        answer -> Duration.ofSeconds(answer.path("expires_in").asLong(0))
                                .minus(MARGIN),
                        failure -> Duration.ZERO,
                        () -> Duration.ZERO)
                .map(answer -> answer.path("access_token").asString());
    }
}
