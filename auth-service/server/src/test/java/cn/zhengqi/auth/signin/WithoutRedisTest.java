package cn.zhengqi.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.Somebody;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.Cable;
import cn.zhengqi.testing.TestServers;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Redis behind a cable that the test pulls out. */
@DirtiesContext
class WithoutRedisTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final String PHONE = "13590000001";
    private static final URI REDIS = URI.create(TestServers.get().redisUrl());
    private static final Cable CABLE = Cable.to(REDIS.getHost(), REDIS.getPort());

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.url", () -> "redis://" + REDIS.getUserInfo() + "@127.0.0.1:" + CABLE.port());
    }

    @AfterEach
    void mended() {
        CABLE.plugIn();
    }

    @AfterAll
    static void unplugged() throws IOException {
        CABLE.close();
    }

    @Test
    void nobody_signs_in_and_everybody_is_told_and_nothing_is_half_done_and_it_mends_itself() {
        Account owner = Somebody.of(UserType.ENTERPRISE, PHONE, passwords.hash(PASSWORD));
        assertThat(accounts.open(owner)).isTrue();
        String code = codeFor(PHONE, "SIGN_IN");
        assertThat(browser().signIn("13590000009", PASSWORD).code())
                .as("with a connection that is open")
                .isEqualTo("BAD_CREDENTIALS");
        CABLE.pullOut();

        Browser browser = browser();
        Browser.Answer answer = browser.signIn(PHONE, PASSWORD);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(answer.body().path("detail").asString()).isEqualTo("登录服务暂不可用，请稍后再试");
        Browser.Answer bySms =
                browser.post("/api/auth/sign-in/sms", "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(PHONE, code));
        assertThat(bySms.status()).isEqualTo(503);
        assertThat(browser.authorize().status()).isEqualTo(503);
        assertThat(jdbc.sql("select count(*) from signed_in_session where account_id = ?")
                        .param(owner.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from sign_in_log where account_id = ?")
                        .param(owner.id())
                        .query(Integer.class)
                        .single())
                .isZero();

        CABLE.plugIn();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(browser.post(
                                        "/api/auth/sign-in/sms",
                                        "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(PHONE, code))
                                .status())
                        .as("the code was not used up")
                        .isEqualTo(200));
        assertThat(browser.authorize().location()).startsWith("/bff/callback?code=");
    }
}
