package cn.zhengqi.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class RememberedTokensTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    private final List<String> checked = new ArrayList<>();
    private final JwtTimestampValidator lifetime = new JwtTimestampValidator(Duration.ZERO);
    private final RememberedTokens tokens = new RememberedTokens(this::check, lifetime);

    RememberedTokensTest() {
        at(NOW);
    }

    private void at(Instant time) {
        lifetime.setClock(Clock.fixed(time, ZoneOffset.UTC));
    }

    private Jwt check(String token) {
        checked.add(token);
        if (token.startsWith("forged")) {
            throw new BadJwtException("not signed by us");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .expiresAt(NOW.plusSeconds(30))
                .build();
    }

    @Test
    void a_token_that_comes_again_is_not_checked_again() {
        assertThat(tokens.decode("one").getSubject()).isEqualTo("one");
        assertThat(tokens.decode("one").getSubject()).isEqualTo("one");
        assertThat(checked).containsExactly("one");
    }

    @Test
    void each_text_is_checked_for_itself() {
        tokens.decode("one");
        assertThat(tokens.decode("two").getSubject()).isEqualTo("two");
        assertThat(checked).containsExactly("one", "two");
    }

    @Test
    void a_token_that_is_over_by_now_is_refused_although_it_was_good() {
        tokens.decode("one");
        at(NOW.plusSeconds(31));
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void what_was_refused_is_not_remembered() {
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThat(checked).containsExactly("forged", "forged");
    }
}
