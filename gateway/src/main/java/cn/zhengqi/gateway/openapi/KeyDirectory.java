package cn.zhengqi.gateway.openapi;

import cn.zhengqi.auth.api.OpenApiKeys;
import cn.zhengqi.gateway.GatewayProperties;
import cn.zhengqi.gateway.problem.RequestTrace;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
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
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/**
 * What auth-service says of keys, remembered for moments: with the patience for an answer less than the five seconds in which a revoked key must be out. While
 * auth-service does not answer, no key is known and nobody gets through. What nobody has is remembered apart, so that made-up keys push no real one out, and only so
 * many keys that were never met here are asked about at once: auth-service is also who signs people in.
 */
@Component
class KeyDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(KeyDirectory.class);

    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    /** Before the token of the gateway itself runs out. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final int MOST = 2_000;

    /** Of one id asked about again and again. A key that was just given out is asked for by nobody before. */
    private static final Duration NOBODYS = Duration.ofSeconds(5);

    private static final int MOST_MET = 10_000;

    /** Of keys that were never met here. */
    private static final int MOST_AT_ONCE = 16;

    private final WebClient http;
    private final ClientRegistration gateway;
    private final String base;
    private final Duration patience;
    private final Cache<String, OpenApiKeys.Lookup> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
    private final Cache<String, OpenApiKeys.Lookup> nobodys =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(NOBODYS).build();

    /** Ids of keys that there are, or were: these may be asked about however much else is asked. */
    private final Cache<String, Boolean> met =
            Caffeine.newBuilder().maximumSize(MOST_MET).build();

    private final Map<String, CompletableFuture<OpenApiKeys.@Nullable Lookup>> asked = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

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

    /** Fails with SERVICE_UNAVAILABLE while auth-service does not answer, or is asked about too many strangers at once. */
    Mono<OpenApiKeys.Lookup> find(String keyId) {
        OpenApiKeys.Lookup remembered = known.getIfPresent(keyId);
        if (remembered == null) {
            remembered = nobodys.getIfPresent(keyId);
        }
        return remembered != null ? Mono.just(remembered) : Mono.defer(() -> answer(keyId));
    }

    private Mono<OpenApiKeys.Lookup> answer(String keyId) {
        CompletableFuture<OpenApiKeys.@Nullable Lookup> answer = asked.computeIfAbsent(keyId, this::askOnce);
        Mono<OpenApiKeys.Lookup> none = Mono.error(() -> new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));
        return answer == null ? none : Mono.fromFuture(answer, true).switchIfEmpty(none);
    }

    /** One question for all who ask the same at once; none while there is no place for it. */
    private @Nullable CompletableFuture<OpenApiKeys.@Nullable Lookup> askOnce(String keyId) {
        boolean stranger = met.getIfPresent(keyId) == null;
        if (stranger && !places.tryAcquire()) {
            return null;
        }
        return ask(keyId)
                .doOnNext(answer -> remember(keyId, answer))
                .doFinally(end -> {
                    if (stranger) {
                        places.release();
                    }
                    asked.remove(keyId);
                })
                // On a thread of its own: an answer that is there at once would take the entry out while it is put in.
                .subscribeOn(Schedulers.parallel())
                .toFuture();
    }

    private void remember(String keyId, OpenApiKeys.Lookup answer) {
        if (answer.standing() == OpenApiKeys.Standing.UNKNOWN) {
            nobodys.put(keyId, answer);
        } else {
            known.put(keyId, answer);
            met.put(keyId, true);
        }
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
                .onErrorResume(failure -> RequestTrace.within(() -> {
                    forgetToken(failure);
                    LOG.warn("auth-service says nothing of a key: {}", failure.toString());
                    return Mono.empty();
                }));
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
