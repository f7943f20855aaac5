package cn.zhengqi.auth.token;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the authorization server.
 *
 * @param issuer where other systems reach it: the public address of the platform
 * @param gatewaySecret secret of the gateway's client
 * @param keySecret encrypts the signing keys, the second factors and the secrets of the open interface in the database; losing it means new ones
 * @param services the services that may ask each other, each with its own secret
 * @param operationsSecret secret of the client {@code operations}, which rebuilds, reconciles and replays; blank: none
 * @param metricsSecret secret of the client {@code prometheus}, which may read metrics and nothing else; blank: none
 * @param accessTokenLife how long a change of permissions may take to be noticed
 * @param refreshTokenLife longest time a browser may be silent and still be signed in
 * @param signingKeyLife how long a key signs before it is followed by another
 */
@ConfigurationProperties("zhengqi.authorization")
public record AuthorizationProperties(
        String issuer,
        String gatewaySecret,
        String keySecret,
        Map<String, String> services,
        @DefaultValue("") String operationsSecret,
        @DefaultValue("") String metricsSecret,
        @DefaultValue("5m") Duration accessTokenLife,
        @DefaultValue("12h") Duration refreshTokenLife,
        @DefaultValue("30d") Duration signingKeyLife) {

    public AuthorizationProperties {
        // What applications compare with the letter has no slash at its end, however the address was written.
        issuer = issuer.replaceAll("/+$", "");
        if (gatewaySecret.isBlank() || keySecret.length() < 16) {
            throw new IllegalArgumentException(
                    "ZHENGQI_GATEWAY_SECRET and ZHENGQI_AUTH_KEY_SECRET (16 characters or more) must be set");
        }
        services.forEach((service, secret) -> {
            if (secret.isBlank()) {
                throw new IllegalArgumentException("The secret of " + service + " must be set");
            }
        });
    }
}
