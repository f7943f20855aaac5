package cn.zhengqi.auth.wechat;

import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A platform that names no official account has none, and nothing of the simulator either. */
@ServiceTest
class WithoutWeChatTest {

    @Autowired
    private ServiceClient client;

    @Test
    void pages_do_not_offer_it_and_whoever_comes_all_the_same_is_told_so() {
        client.anonymous()
                .get()
                .uri("/api/auth/wechat")
                .exchange()
                .expectBody()
                .jsonPath("$.available")
                .isEqualTo(false);
        client.anonymous()
                .get()
                .uri("/api/auth/sign-in/wechat")
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .valueEquals("Location", "/sign-in?error=WECHAT_OFF");
        client.as(TestUsers.withoutEnterprise())
                .get()
                .uri("/api/auth/wechat/js-sdk?url=http://localhost:8080/m/scan")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("WECHAT_OFF");
    }

    @Test
    void nobody_finds_the_simulator_there() {
        client.anonymous()
                .get()
                .uri("/api/auth/simulated-wechat/connect/oauth2/authorize")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
