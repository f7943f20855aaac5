package cn.zhengqi.auth.token;

import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.autoconfigure.ZhengqiProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Tokens with which the gateway goes to the services for another system. They hold what its key allows and nothing else. */
@Component
public class SystemTokens {

    /** Short: what a key allows may change, and the gateway asks again within seconds anyway. */
    public static final Duration LIFE = Duration.ofMinutes(1);

    private final NimbusJwtEncoder encoder;
    private final SigningKeys keys;
    private final String issuer;
    private final String audience;
    private final Clock clock;

    SystemTokens(SigningKeys keys, ZhengqiProperties properties, Clock clock) {
        this.encoder = new NimbusJwtEncoder(keys);
        this.keys = keys;
        this.issuer = properties.auth().issuer();
        this.audience = properties.auth().audience();
        this.clock = clock;
    }

    /** A token, and until when it holds. */
    public record Issued(String token, Instant expiresAt) {}

    public Issued issue(CallingSystem system) {
        Instant now = clock.instant();
        Instant end = now.plus(LIFE);
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .audience(List.of(audience))
                .subject(system.id().toString())
                .issuedAt(now)
                .expiresAt(end)
                .claim("name", system.name())
                .claim(CallingSystem.OWNER, system.ownerId().toString())
                .claim(CallingSystem.OWNER_NAME, system.ownerName())
                .claim(CallingSystem.SANDBOX, system.sandbox())
                .claim(
                        CallingSystem.BELOW,
                        system.below().stream().map(UUID::toString).sorted().toList())
                .claim("perms", List.copyOf(system.permissions()));
        UserType ownerType = system.ownerType();
        if (ownerType != null) {
            claims.claim(CallingSystem.OWNER_TYPE, ownerType.name());
        }
        JwsHeader header =
                JwsHeader.with(SignatureAlgorithm.RS256).keyId(keys.current()).build();
        return new Issued(
                encoder.encode(JwtEncoderParameters.from(header, claims.build()))
                        .getTokenValue(),
                end);
    }
}
