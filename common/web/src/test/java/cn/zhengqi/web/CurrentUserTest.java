package cn.zhengqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class CurrentUserTest {

    private final UUID account = UUID.randomUUID();

    @Test
    void a_token_that_is_held_is_read_once() {
        Jwt token = token("loan.read");

        assertThat(CurrentUser.of(token).orElseThrow())
                .isSameAs(CurrentUser.of(token).orElseThrow());
    }

    @Test
    void another_token_is_read_for_itself_even_if_its_text_were_the_same() {
        Jwt before = token("loan.read");
        Jwt after = token("policy.read");
        assertThat(after).isEqualTo(before);

        assertThat(CurrentUser.of(before).orElseThrow().permissions()).containsExactly("loan.read");
        assertThat(CurrentUser.of(after).orElseThrow().permissions()).containsExactly("policy.read");
    }

    @Test
    void the_token_of_a_service_is_nobodys_however_often_it_is_asked() {
        Jwt service = Jwt.withTokenValue("x")
                .header("alg", "none")
                .subject("stats-service")
                .build();

        assertThat(CurrentUser.of(service)).isEmpty();
        assertThat(CurrentUser.of(service)).isEmpty();
    }

    private Jwt token(String permission) {
        return Jwt.withTokenValue("x")
                .header("alg", "none")
                .subject(account.toString())
                .claim("user_type", "OPERATOR")
                .claim("name", "李四")
                .claim("perms", List.of(permission))
                .build();
    }
}
