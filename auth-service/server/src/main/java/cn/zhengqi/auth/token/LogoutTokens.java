package cn.zhengqi.auth.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Tokens that tell an application that a sign-in ended (OpenID Connect Back-Channel Logout 1.0, 2.4). They open nothing: their type is their own, and they have no nonce. */
@Component
public class LogoutTokens {

    private static final String TYPE = "logout+jwt";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final NimbusJwtEncoder encoder;
    private final SigningKeys keys;
    private final String issuer;
    private final Clock clock;

    LogoutTokens(SigningKeys keys, AuthorizationProperties properties, Clock clock) {
        this.encoder = new NimbusJwtEncoder(keys);
        this.keys = keys;
        this.issuer = properties.issuer();
        this.clock = clock;
    }

    /** @param client that is told */
    public String issue(String client, UUID account, UUID signIn) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .audience(List.of(client))
                .subject(account.toString())
                .claim(TokenClaims.SIGN_IN, signIn.toString())
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .id(UUID.randomUUID().toString())
                .claim("events", Map.of(EVENT, Map.of()))
                .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256)
                .type(TYPE)
                .keyId(keys.current())
                .build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
