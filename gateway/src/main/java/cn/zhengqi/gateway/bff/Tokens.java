package cn.zhengqi.gateway.bff;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** All that a session holds of a sign-in. Not the client's registration, which has its secret in it. */
record Tokens(String access, Instant accessExpiresAt, String refresh) implements Serializable {

    static Tokens of(OAuth2AccessToken access, OAuth2RefreshToken refresh) {
        return new Tokens(
                access.getTokenValue(), Objects.requireNonNull(access.getExpiresAt()), refresh.getTokenValue());
    }
}
