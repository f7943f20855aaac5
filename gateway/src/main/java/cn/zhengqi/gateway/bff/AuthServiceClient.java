package cn.zhengqi.gateway.bff;

import cn.zhengqi.gateway.GatewayProperties;
import cn.zhengqi.gateway.problem.RequestTrace;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** What the gateway asks of auth-service besides tokens. */
@Component
class AuthServiceClient {

    static final String SESSION_COOKIE = "ZQ_AUTH";

    private static final Logger LOG = LoggerFactory.getLogger(AuthServiceClient.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final WebClient http;
    private final ClientRegistration gateway;
    private final String base;

    AuthServiceClient(WebClient authServiceHttp, ClientRegistration gateway, GatewayProperties properties) {
        this.http = authServiceHttp;
        this.gateway = gateway;
        this.base = properties.authUri();
    }

    /** Makes a refresh token worthless. Whether it works or not, the person is signed out here. */
    Mono<Void> revoke(String refreshToken) {
        return quietly(http.post()
                .uri(URI.create(base + "/oauth2/revoke"))
                .headers(headers -> headers.setBasicAuth(gateway.getClientId(), gateway.getClientSecret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("token", refreshToken).with("token_type_hint", "refresh_token"))
                .retrieve()
                .toBodilessEntity()
                .then());
    }

    /** As its owner asked. */
    Mono<Void> endSession(String cookie) {
        return endSession(cookie, "/api/auth/sign-out");
    }

    /** Because nobody did anything in it for too long. */
    Mono<Void> endIdleSession(String cookie) {
        return endSession(cookie, "/api/auth/sign-out?idle=true");
    }

    private Mono<Void> endSession(String cookie, String path) {
        return quietly(http.post()
                .uri(URI.create(base + path))
                .header(HttpHeaders.COOKIE, SESSION_COOKIE + "=" + cookie)
                .retrieve()
                .toBodilessEntity()
                .then());
    }

    private static Mono<Void> quietly(Mono<Void> request) {
        return request.timeout(PATIENCE)
                .onErrorResume(failure -> RequestTrace.within(() -> {
                    LOG.warn("auth-service was not told of a sign-out: {}", failure.toString());
                    return Mono.empty();
                }));
    }
}
