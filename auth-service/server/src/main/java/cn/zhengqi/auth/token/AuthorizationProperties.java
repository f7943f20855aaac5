package cn.zhengqi.auth.token;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the authorization server.
 *
 * @param gatewaySecret secret of the gateway's client
 * @param keySecret encrypts the signing keys in the database; losing it means new keys
 * @param services names of the services that may ask each other
 * @param accessTokenLife how long a change of permissions may take to be noticed
 * @param refreshTokenLife longest time a browser may be silent and still be signed in
 */
@ConfigurationProperties("zhengqi.authorization")
public record AuthorizationProperties(
        String gatewaySecret,
        String keySecret,
        List<String> services,
        @DefaultValue("5m") Duration accessTokenLife,
        @DefaultValue("12h") Duration refreshTokenLife) {

    public AuthorizationProperties {
        if (gatewaySecret.isBlank() || keySecret.length() < 16) {
            throw new IllegalArgumentException(
                    "ZHENGQI_GATEWAY_SECRET and ZHENGQI_AUTH_KEY_SECRET (16 characters or more) must be set");
        }
    }
}
