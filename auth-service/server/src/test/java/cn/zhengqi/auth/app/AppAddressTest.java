package cn.zhengqi.auth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppAddressTest {

    private static final AppAddress OUT_THERE = new AppAddress(false);
    private static final AppAddress HERE_TOO = new AppAddress(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.cn/callback",
                "http://localhost:3000/callback",
                "http://127.0.0.1/callback",
                "https://*.example.cn/callback",
                "https://app.example.cn/*",
                "https://app.example.cn/callback#there",
                "https://app.example.cn/a/../callback",
                "https://somebody@app.example.cn/callback",
                "https:///callback",
                "https:app.example.cn",
                "//app.example.cn/callback",
                "/callback",
                "app.example.cn",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://app.example.cn/回调",
                "https://app.example.cn/a b",
                "https://app.example.cn\\@evil.example/"
            })
    void nobody_is_sent_to(String address) {
        assertThat(OUT_THERE.problems("redirectUris", List.of(address))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.cn",
                "https://app.example.cn/",
                "https://app.example.cn:8443/sso/callback",
                "https://app.example.cn/callback?tenant=500113",
                "https://10.12.0.8/callback"
            })
    void people_are_sent_to(String address) {
        assertThat(OUT_THERE.problems("redirectUris", List.of(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000/callback", "http://127.0.0.1/callback", "http://[::1]:8080/"})
    void an_application_may_run_on_this_machine_where_everything_does(String address) {
        assertThat(HERE_TOO.problems("redirectUris", List.of(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://app.example.cn/callback", "http://localhost.evil.example/", "http://127.0.0.2/"})
    void but_nowhere_else_without_encryption(String address) {
        assertThat(HERE_TOO.problems("redirectUris", List.of(address))).isNotEmpty();
    }

    @Test
    void an_address_is_named_once_and_each_that_is_wrong_is_told() {
        assertThat(OUT_THERE.problems(
                        "redirectUris",
                        List.of("https://a.example.cn/", "https://a.example.cn/", "http://b.example.cn/")))
                .extracting("message")
                .containsExactly("https://a.example.cn/ 重复", "http://b.example.cn/ 应以 https:// 开头");
    }
}
