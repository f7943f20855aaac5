package cn.zhengqi.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Checks the signature of a token once a minute, not with each request that carries it. Whether it is still good by the clock is asked each time; a key that was
 * withdrawn is noticed a minute later than without. Only what passed is remembered, by the whole text of the token.
 */
public final class RememberedTokens implements JwtDecoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** Characters of all tokens together: some hundred tokens, a few megabytes with what was read from them. */
    private static final long MOST_CHARACTERS = 512 * 1024;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> lifetime;
    private final Cache<String, Jwt> good = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String token, Jwt read) -> token.length())
            .build();

    /**
     * @param decoder checks everything
     * @param lifetime checks what time changes
     */
    public RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> lifetime) {
        this.decoder = decoder;
        this.lifetime = lifetime;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = good.getIfPresent(token);
        if (known == null) {
            Jwt read = decoder.decode(token);
            good.put(token, read);
            return read;
        }
        OAuth2TokenValidatorResult still = lifetime.validate(known);
        if (still.hasErrors()) {
            throw new JwtValidationException("The token is not good any more", still.getErrors());
        }
        return known;
    }
}
