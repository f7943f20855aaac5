package cn.zhengqi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 | Chrome · Windows",
                "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Edg/140.0                                    | Edge · Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) MicroMessenger/8.0               | 微信 · iOS",
                "SomeApp/1 (Linux; Android 15)                                                           | Android"
            })
    void a_client_is_named_by_its_browser_and_its_system(String userAgent, String name) {
        assertThat(ClientName.known(userAgent)).contains(name);
        assertThat(ClientName.of(userAgent)).isEqualTo(name);
    }

    @Test
    void what_is_not_known_stays_as_it_came_up_to_forty_characters() {
        assertThat(ClientName.known("curl/8")).isEmpty();
        assertThat(ClientName.of("curl/8")).isEqualTo("curl/8");
        assertThat(ClientName.of("x".repeat(41))).isEqualTo("x".repeat(40));
        assertThat(ClientName.of("")).isEmpty();
    }
}
