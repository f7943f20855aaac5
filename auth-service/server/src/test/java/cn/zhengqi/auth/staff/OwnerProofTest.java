package cn.zhengqi.auth.staff;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.secondfactor.Authenticator;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** user-service asks whether it is the owner before an enterprise is handed over. */
class OwnerProofTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final AtomicLong PHONES = new AtomicLong(13490000000L);

    @Autowired
    private SecondFactors factors;

    @Autowired
    private ServiceClient client;

    private final String phone = Long.toString(PHONES.incrementAndGet());

    @Test
    void the_password_proves_it_to_user_service_alone() {
        Account account = opened(UserType.ENTERPRISE, phone, PASSWORD, false);

        prove("user-service", account, Map.of("password", PASSWORD))
                .expectStatus()
                .isOk();
        refused(prove("user-service", account, Map.of("password", "wrong")), 400, "PASSWORD_WRONG", "password");
        prove("finance-service", account, Map.of("password", PASSWORD))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void where_the_second_factor_is_on_the_password_alone_proves_nothing_and_a_code_is_good_once() {
        Account account = opened(UserType.ENTERPRISE, phone, PASSWORD, false);
        Authenticator app = new Authenticator(factors.begin(account).secret());
        factors.confirm(account, app.now());

        refused(prove("user-service", account, Map.of("password", PASSWORD)), 400, "SECOND_FACTOR_WRONG", "code");
        Map<String, String> both = Map.of("password", PASSWORD, "code", app.code(1));
        prove("user-service", account, both).expectStatus().isOk();
        refused(prove("user-service", account, both), 400, "SECOND_FACTOR_WRONG", "code");
    }

    @Test
    void whoever_guesses_is_locked_out_as_at_sign_in() {
        Account account = opened(UserType.ENTERPRISE, phone, PASSWORD, false);
        for (int guess = 1; guess < 5; guess++) {
            refused(prove("user-service", account, Map.of("password", "wrong")), 400, "PASSWORD_WRONG", "password")
                    .jsonPath("$.errors[0].message")
                    .isEqualTo((guess < 3 ? "密码不正确" : "密码不正确，再错 " + (5 - guess) + " 次将被暂时锁定")
                            + "；没有设置过密码的，可在登录页用“忘记密码”设置");
        }

        prove("user-service", account, Map.of("password", "wrong"))
                .expectStatus()
                .isEqualTo(423);
        prove("user-service", account, Map.of("password", PASSWORD))
                .expectStatus()
                .isEqualTo(423)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ACCOUNT_LOCKED");
    }

    private ResponseSpec prove(String service, Account account, Map<String, String> proof) {
        return client.asService(service)
                .post()
                .uri("/internal/accounts/" + account.id() + "/proof")
                .contentType(MediaType.APPLICATION_JSON)
                .body(proof)
                .exchange();
    }

    private static BodyContentSpec refused(ResponseSpec answer, int status, String code, String field) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }
}
