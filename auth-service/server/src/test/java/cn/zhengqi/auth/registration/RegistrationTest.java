package cn.zhengqi.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegistrationTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final String OWNERS_PASSWORD = "Besser-gewaehlt8";
    private static final AtomicLong PHONES = new AtomicLong(13740000000L);

    @Autowired
    private ServiceClient client;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private JdbcClient jdbc;

    private final String phone = Long.toString(PHONES.incrementAndGet());

    @Test
    void nobody_opens_an_account_for_the_phone_of_another() {
        Browser.Answer withoutCode = browser().post("/api/auth/registrations", """
                {"userType":"ENTERPRISE","phone":"%s","password":"%s","displayName":"李四","channel":"PC","agreed":true}""".formatted(phone, PASSWORD));
        assertThat(withoutCode.status()).isEqualTo(400);
        assertThat(withoutCode.body().path("errors").path(0).path("field").asString())
                .isEqualTo("code");
        assertThat(register("000000").code()).as("none was asked for").isEqualTo("SMS_CODE_WRONG");

        String code = codeFor(phone, "REGISTRATION");
        assertThat(register(other(code)).code()).isEqualTo("SMS_CODE_WRONG");
        assertThat(opened()).isZero();
        assertThat(register(code).status()).isEqualTo(201);
        assertThat(accounts.findByName(phone))
                .hasValueSatisfying(
                        account -> assertThat(account.phoneVerified()).isTrue());
    }

    @Test
    void that_a_phone_is_taken_hears_only_who_has_it() {
        plantedAccount();
        jdbc.sql("delete from sms_code").update();
        String unknown = Long.toString(PHONES.incrementAndGet());
        Browser.Answer known = ask(phone);
        assertThat(known.status()).isEqualTo(202);
        assertThat(ask(unknown).raw().body()).isEqualTo(known.raw().body());

        String code = sentCodes(phone, 1).getLast();
        assertThat(register(other(code)).code()).isEqualTo("SMS_CODE_WRONG");
        Browser.Answer taken = register(code);
        assertThat(taken.code()).isEqualTo("PHONE_TAKEN");
        assertThat(taken.body().path("errors").path(0).path("field").asString()).isEqualTo("phone");
        assertThat(register(code).code())
                .as("used up, and known to who types it")
                .isEqualTo("PHONE_TAKEN");
        assertThat(register(other(code)).code()).isEqualTo("SMS_CODE_WRONG");
    }

    @Test
    void who_types_a_code_that_has_opened_an_account_already_hears_that_and_loses_no_try() {
        String code = codeFor(phone, "REGISTRATION");
        assertThat(register(code).status()).isEqualTo(201);

        Browser.Answer second = register(code);
        assertThat(second.code()).isEqualTo("PHONE_TAKEN");
        assertThat(second.body().has("remainingAttempts")).isFalse();
        assertThat(register(other(code)).body().path("remainingAttempts").asInt())
                .isEqualTo(4);
    }

    @Test
    void who_types_a_used_code_for_a_phone_that_nobody_has_is_asked_to_get_another() {
        String code = codeFor(phone, "REGISTRATION");
        assertThat(register(code).status()).isEqualTo(201);
        jdbc.sql("update account set phone_index = ? where phone_index = ?")
                .params(indexOf(Long.toString(PHONES.incrementAndGet())), indexOf(phone))
                .update();

        Browser.Answer second = register(code);
        assertThat(second.code()).isEqualTo("SMS_CODE_WRONG");
        assertThat(second.body().path("detail").asString()).contains("请重新获取");
        assertThat(second.body().has("remainingAttempts")).isFalse();
    }

    @Test
    void where_no_message_can_go_out_nobody_registers_and_is_told_so() {
        USER_SERVICE.stubFor(
                WireMock.get("/internal/sms/availability").willReturn(WireMock.okJson("{\"available\":false}")));
        Browser.Answer refused = ask(phone);
        assertThat(refused.code()).isEqualTo("SMS_UNAVAILABLE");
        assertThat(refused.body().path("detail").asString()).contains("不能注册");
    }

    @Test
    void a_code_for_something_else_opens_no_account() {
        plantedAccount();
        String code = codeFor(phone, "SIGN_IN");
        assertThat(register(code).code()).isEqualTo("SMS_CODE_WRONG");
    }

    @Test
    void who_guesses_is_stopped_and_locks_nobody_out_of_an_account() {
        String code = codeFor(phone, "REGISTRATION");
        for (int i = 0; i < 4; i++) {
            assertThat(register(other(code)).code()).isEqualTo("SMS_CODE_WRONG");
        }
        Browser.Answer fifth = register(other(code));
        assertThat(fifth.code()).isEqualTo("ACCOUNT_LOCKED");
        assertThat(fifth.body().path("detail").asString()).startsWith("尝试次数过多");
        assertThat(register(code).code()).as("also with the right one").isEqualTo("ACCOUNT_LOCKED");

        plantedAccount();
        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void an_account_that_was_planted_before_phones_were_proved_is_the_owners_of_the_phone_alone() {
        Account planted = plantedAccount();
        Browser attacker = browser();
        assertThat(attacker.signIn(phone, PASSWORD).status()).isEqualTo(200);
        jdbc.sql("insert into second_factor (account_id, secret, created_at, confirmed_at) values (?, ?, now(), now())")
                .params(planted.id(), new byte[] {1})
                .update();

        Browser.Answer refused = signInBySms(codeFor(phone, "SIGN_IN"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("PHONE_UNVERIFIED");
        assertThat(refused.body().path("detail").asString()).contains("忘记密码");
        assertThat(jdbc.sql("select result from sign_in_log where username_index = ? order by at desc limit 1")
                        .param(typedIndexOf(phone))
                        .query(String.class)
                        .single())
                .isEqualTo("PHONE_UNVERIFIED");

        String reset = codeFor(phone, "PASSWORD_RESET");
        assertThat(browser()
                        .post(
                                "/api/auth/password-resets",
                                "{\"phone\":\"%s\",\"code\":\"%s\",\"newPassword\":\"%s\"}"
                                        .formatted(phone, reset, OWNERS_PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(attacker.authorize().location()).isEqualTo("/sign-in");
        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(401);
        Browser.Answer owner = browser().signIn(phone, OWNERS_PASSWORD);
        assertThat(owner.body().path("next").asString())
                .as("the attacker's second factor is gone")
                .isEqualTo("DONE");
        assertThat(signInBySms(codeFor(phone, "SIGN_IN")).status()).isEqualTo(200);
    }

    private Account plantedAccount() {
        Account account = new Account(
                Ids.next(),
                UserType.ENTERPRISE,
                null,
                phone,
                "王小二",
                passwords.hash(PASSWORD),
                0,
                true,
                Channel.PC,
                Instant.now(),
                null,
                false,
                0);
        assertThat(accounts.open(account)).isTrue();
        return account;
    }

    private Browser.Answer ask(String phone) {
        return browser()
                .post("/api/auth/sms-codes", "{\"phone\":\"%s\",\"purpose\":\"REGISTRATION\"}".formatted(phone));
    }

    private Browser.Answer register(String code) {
        return browser().post("/api/auth/registrations", """
                {"userType":"ENTERPRISE","phone":"%s","code":"%s","password":"%s","displayName":"李四","channel":"PC","agreed":true}""".formatted(phone, code, PASSWORD));
    }

    private Browser.Answer signInBySms(String code) {
        return browser().post("/api/auth/sign-in/sms", "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, code));
    }

    private long opened() {
        return jdbc.sql("select count(*) from account where phone_index = ?")
                .param(indexOf(phone))
                .query(Long.class)
                .single();
    }

    private static String other(String code) {
        return code.equals("000001") ? "000002" : "000001";
    }

    @Test
    void a_registration_whose_answer_was_lost_is_asked_again_with_the_code_that_it_has_used_up() {
        String code = codeFor(phone, "REGISTRATION");
        String key = UUID.randomUUID().toString();

        String first = registered(code, key);

        assertThat(registered(code, key)).isEqualTo(first).contains("accountId");
        assertThat(opened()).isEqualTo(1);
    }

    private String registered(String code, String key) {
        return Objects.requireNonNull(client.anonymous()
                .post()
                .uri("/api/auth/registrations")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body("""
                        {"userType":"ENTERPRISE","phone":"%s","code":"%s","password":"%s","displayName":"李四","channel":"PC","agreed":true}""".formatted(phone, code, PASSWORD))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
