package cn.zhengqi.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(strings = {"Tr4velling", "mo-Unt7ain", "correct horse battery", "巴山夜雨涨秋池Kite7", "QiYe#2026bn"})
    void strong_ones_are_taken(String password) {
        assertThatCode(() -> policy.check("password", password, "13812345678", "qiye_admin"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sh0rt-7",
                "onlysmall",
                "12345678",
                "small4nd5igit",
                "Abc-13812345678-x",
                "my QIYE_admin is long",
                "P@ssw0rd2024!",
                "Password123!",
                "Qwerty123!",
                "1qaz2wsx3edc4rfv",
                "Woaini1314!",
                "Aa123456!",
                "AAAAAAaaaaaaa1",
                "aaaaaaaaaaaaaaaaaaaa"
            })
    void weak_ones_are_refused_on_their_field(String password) {
        assertThatThrownBy(() -> policy.check("password", password, "13812345678", "qiye_admin"))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.code()).isEqualTo(AuthProblem.PASSWORD_WEAK);
                    assertThat(e.fieldErrors())
                            .singleElement()
                            .matches(error -> error.field().equals("password"));
                });
    }

    /** From the middle of the three thousand that are guessed first, as people make them fit a policy; walks over the keyboard; pinyin. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gorilla", "katerina", "oakland", "discover", "lonestar", "meridian", "megaman", "lowrider", "firefly",
                "griffey", "paradox", "tacobell", "weezer", "halflife", "buffett", "shiloh", "vertigo", "keyboard",
                "kangaroo", "socrates", "qwerasdf", "mnbvcxz", "woaizhongguo", "zhangwei", "gongxifacai", "guanliyuan"
            })
    void what_is_guessed_first_is_refused_with_a_capital_a_year_and_a_sign_too(String word) {
        String dressed = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + "2024!";

        assertThatThrownBy(() -> policy.check("password", dressed, "13812345678", "qiye_admin"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("过于常见");
    }
}
