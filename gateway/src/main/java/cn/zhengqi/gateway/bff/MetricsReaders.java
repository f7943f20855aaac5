package cn.zhengqi.gateway.bff;

import cn.zhengqi.gateway.GatewayProperties;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who may read the gateway's own metrics: the client {@code prometheus} with a token of auth-service, as at every service.
 * Nowhere else does the gateway believe a token that somebody brings.
 */
@Component
class MetricsReaders {

    private static final String BEARER = "Bearer ";

    private final ReactiveJwtDecoder tokens;

    MetricsReaders(
            WebClient authServiceHttp,
            GatewayProperties properties,
            @Value("${zhengqi.auth.issuer:http://auth-service}") String issuer,
            @Value("${zhengqi.auth.audience:zhengqi}") String audience) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(properties.authUri() + "/oauth2/jwks")
                .webClient(authServiceHttp)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer), new JwtAudienceValidator(audience)));
        this.tokens = decoder;
    }

    Mono<Boolean> include(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            return Mono.just(false);
        }
        return tokens.decode(header.substring(BEARER.length()))
                .map(token -> {
                    List<String> permissions = token.getClaimAsStringList("perms");
                    return permissions != null && permissions.contains("ops.actuator");
                })
                .onErrorResume(JwtException.class, invalid -> Mono.just(false));
    }
}
