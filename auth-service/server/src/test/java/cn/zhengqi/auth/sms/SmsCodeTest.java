package cn.zhengqi.auth.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.message.api.InternalSms.Purpose;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class SmsCodeTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final String RESETS = "/api/auth/password-resets";
    private static final String NEW_PASSWORD = "Besser-gewaehlt8";
    private static final AtomicLong PHONES = new AtomicLong(13720000000L);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SmsCodes codes;

    @Autowired
    private TransactionTemplate transaction;

    private final String phone = Long.toString(PHONES.incrementAndGet());

    @BeforeEach
    void nobodyAskedToday() {
        // All tests come from one address.
        jdbc.sql("delete from sms_code").update();
    }

    @Test
    void a_code_to_the_phone_signs_in_once_and_stands_neither_in_an_answer_nor_in_a_log(CapturedOutput output) {
        account(UserType.ENTERPRISE);
        Browser browser = browser();
        browser.authorize();

        Browser.Answer asked = ask(browser, "SIGN_IN");
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body().path("retryAfterSeconds").asInt()).isEqualTo(60);
        String code = sentCode();
        assertThat(code).matches("[0-9]{6}");
        assertThat(asked.raw().body()).doesNotContain(code);
        assertThat(output).doesNotContain(code);
        assertThat(jdbc.sql("select code_hash from sms_code where phone_index = ?")
                        .param(codeIndexOf(phone))
                        .query((row, n) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .single())
                .doesNotContain(code);

        Browser.Answer in = enter(browser, code);
        assertThat(in.body().path("next").asString()).isEqualTo("DONE");
        assertThat(in.body().path("continueTo").asString()).startsWith("/oauth2/authorize?");
        assertThat(browser.authorize().location()).startsWith("/bff/callback?code=");
        assertThat(enter(browser(), code).code()).as("used").isEqualTo("SMS_CODE_WRONG");
    }

    @Test
    void staff_are_asked_for_the_second_factor_all_the_same() {
        account(UserType.GOVERNMENT);
        ask(browser(), "SIGN_IN");
        assertThat(enter(browser(), sentCode()).body().path("next").asString()).isEqualTo("ENROLMENT");
    }

    @Test
    void an_unknown_phone_is_answered_like_a_known_one_and_gets_no_message() {
        assertThat(ask(browser(), "SIGN_IN").status()).isEqualTo(202);
        Browser.Answer again = ask(browser(), "SIGN_IN");
        assertThat(again.status()).isEqualTo(429);
        assertThat(again.body().path("retryAfterSeconds").asInt()).isBetween(50, 61);
        for (int i = 0; i < 4; i++) {
            assertThat(enter(browser(), "12345" + i).code()).isEqualTo("SMS_CODE_WRONG");
        }
        assertThat(enter(browser(), "000000").status()).isEqualTo(423);
        USER_SERVICE.verify(0, WireMock.postRequestedFor(WireMock.urlPathEqualTo("/internal/sms")));
    }

    @Test
    void five_wrong_tries_void_the_code_and_lock_the_account() {
        account(UserType.ENTERPRISE);
        ask(browser(), "SIGN_IN");
        String code = sentCode();
        String wrong = code.equals("000000") ? "111111" : "000000";
        for (int remaining = 4; remaining >= 1; remaining--) {
            Browser.Answer refused = enter(browser(), wrong);
            assertThat(refused.code()).isEqualTo("SMS_CODE_WRONG");
            assertThat(refused.body().path("remainingAttempts").asInt()).isEqualTo(remaining);
        }
        assertThat(enter(browser(), wrong).status()).isEqualTo(423);
        jdbc.sql("delete from sign_in_failure").update();
        assertThat(enter(browser(), code).code()).as("also after the lock").isEqualTo("SMS_CODE_WRONG");
        assertThat(jdbc.sql("select distinct result from sign_in_log where username_index = ?")
                        .param(typedIndexOf(phone))
                        .query(String.class)
                        .list())
                .containsExactly("BAD_SMS_CODE");
    }

    @Test
    void a_code_is_good_for_five_minutes_and_for_what_it_was_asked() {
        account(UserType.ENTERPRISE);
        ask(browser(), "PASSWORD_RESET");
        assertThat(enter(browser(), sentCode()).code())
                .as("for another purpose")
                .isEqualTo("SMS_CODE_WRONG");
        jdbc.sql("delete from sms_code").update();
        USER_SERVICE.resetRequests();
        ask(browser(), "SIGN_IN");
        String late = sentCode();
        jdbc.sql("update sms_code set expires_at = expires_at - interval '5 minutes' where phone_index = ?")
                .param(codeIndexOf(phone))
                .update();
        assertThat(enter(browser(), late).code()).isEqualTo("SMS_CODE_WRONG");
    }

    @Test
    void who_asks_without_being_signed_in_waits_for_nobody_with_another_phone_and_address() {
        transaction.executeWithoutResult(status -> {
            codes.ask(phone, Purpose.SIGN_IN, "203.0.113.1", null);

            CompletableFuture<Duration> other = CompletableFuture.supplyAsync(
                    () -> codes.ask(Long.toString(PHONES.incrementAndGet()), Purpose.SIGN_IN, "203.0.113.2", null));

            assertThat(other).succeedsWithin(Duration.ofMinutes(1));
        });
    }

    @Test
    void a_phone_gets_ten_a_day_and_an_address_twenty_an_hour() {
        for (int i = 0; i < 10; i++) {
            assertThat(ask(browser(), "SIGN_IN").status()).isEqualTo(202);
            timePasses();
        }
        Browser.Answer eleventh = ask(browser(), "SIGN_IN");
        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.body().path("retryAfterSeconds").asInt()).isGreaterThan(3600);
        for (int i = 10; i < 20; i++) {
            assertThat(ask(browser(), Long.toString(PHONES.incrementAndGet()), "SIGN_IN")
                            .status())
                    .isEqualTo(202);
        }
        assertThat(ask(browser(), Long.toString(PHONES.incrementAndGet()), "SIGN_IN")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void many_who_ask_at_once_get_one_message() throws Exception {
        account(UserType.ENTERPRISE);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> ask = () -> ask(browser(), "SIGN_IN").status();
            List<Integer> answers = new ArrayList<>();
            for (var answer : pool.invokeAll(List.of(ask, ask, ask, ask))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(202, 429, 429, 429);
        }
        sentCode();
    }

    @Test
    void who_forgot_the_password_sets_another_by_the_phone_and_everyone_else_is_out() {
        Account account = account(UserType.ENTERPRISE);
        Browser thief = browser();
        thief.signIn(phone, PASSWORD);
        assertThat(thief.authorize().location()).startsWith("/bff/callback?code=");
        ask(browser(), "PASSWORD_RESET");
        String code = sentCode();

        assertThat(reset("weak", code).code()).isEqualTo("PASSWORD_WEAK");
        assertThat(reset(NEW_PASSWORD, code.equals("000000") ? "111111" : "000000")
                        .code())
                .isEqualTo("SMS_CODE_WRONG");
        assertThat(reset(NEW_PASSWORD, code).status()).isEqualTo(204);
        assertThat(reset(NEW_PASSWORD, code).code()).isEqualTo("SMS_CODE_WRONG");

        assertThat(thief.authorize().location()).isEqualTo("/sign-in");
        assertThat(log(account)).contains("null SIGNED_OUT_BY_CHANGE").doesNotContain("null SIGNED_OUT_BY_STAFF");
        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(401);
        assertThat(browser().signIn(phone, NEW_PASSWORD).status()).isEqualTo(200);
        assertThat(jdbc.sql("select data ->> 'action' from outbox where data ->> 'subjectId' = ?")
                        .param(account.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("PASSWORD_CHANGED");
        assertThat(jdbc.sql("select type from outbox where type = 'auth.PasswordResetByPhone' and subject = ?")
                        .param(account.id())
                        .query(String.class)
                        .list())
                .as("its owner is told once")
                .hasSize(1);
    }

    @Test
    void the_password_of_before_is_no_new_one_and_the_code_is_good_for_another() {
        account(UserType.ENTERPRISE);
        ask(browser(), "PASSWORD_RESET");
        String code = sentCode();

        Browser.Answer same = reset(PASSWORD, code);
        assertThat(same.status()).isEqualTo(400);
        assertThat(same.code()).isEqualTo("PASSWORD_UNCHANGED");
        assertThat(same.body().path("errors").path(0).path("field").asString()).isEqualTo("newPassword");
        assertThat(browser().signIn(phone, PASSWORD).status())
                .as("nothing was changed")
                .isEqualTo(200);
        assertThat(reset(NEW_PASSWORD, code).status()).isEqualTo(204);
    }

    @Test
    void a_password_that_is_not_taken_uses_up_no_code_and_says_nothing_of_the_account_before_the_code_is_right() {
        Account account = account(UserType.ENTERPRISE);
        jdbc.sql("update account set username = ? where id = ?")
                .params("wang" + phone.substring(5), account.id())
                .update();
        String withName = "X-wang" + phone.substring(5);
        ask(browser(), "PASSWORD_RESET");
        String code = sentCode();

        assertThat(reset(withName, code.equals("000000") ? "111111" : "000000").code())
                .isEqualTo("SMS_CODE_WRONG");
        for (int i = 0; i < 6; i++) {
            assertThat(reset(withName, code).code()).isEqualTo("PASSWORD_WEAK");
        }
        assertThat(reset(NEW_PASSWORD, code).status()).isEqualTo(204);
    }

    @Test
    void who_tries_to_reset_in_vain_locks_nobody_out_works_for_it_and_is_on_record() {
        jdbc.sql("delete from sign_in_log").update();
        Account owner = account(UserType.ENTERPRISE);
        for (int i = 0; i < 3; i++) {
            assertThat(browser().postOnce(RESETS, body(NEW_PASSWORD, "000000")).code())
                    .isEqualTo("SMS_CODE_WRONG");
        }
        assertThat(browser().postOnce(RESETS, body(NEW_PASSWORD, "000000")).code())
                .isEqualTo("PROOF_REQUIRED");
        assertThat(reset(NEW_PASSWORD, "000000").code()).isEqualTo("SMS_CODE_WRONG");
        assertThat(reset(NEW_PASSWORD, "000000").status()).isEqualTo(423);
        assertThat(reset(NEW_PASSWORD, "000000").status()).isEqualTo(423);

        assertThat(log(owner))
                .containsExactly(
                        "PASSWORD_RESET BAD_SMS_CODE",
                        "PASSWORD_RESET BAD_SMS_CODE",
                        "PASSWORD_RESET BAD_SMS_CODE",
                        "PASSWORD_RESET BAD_SMS_CODE",
                        "PASSWORD_RESET BAD_SMS_CODE",
                        "PASSWORD_RESET LOCKED");
        assertThat(browser()
                        .postOnce(
                                "/api/auth/sign-in",
                                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(phone, PASSWORD))
                        .status())
                .as("the owner is not locked out, nor has to work")
                .isEqualTo(200);
    }

    @Test
    void a_reset_for_a_phone_that_nobody_has_is_answered_and_recorded_alike() {
        jdbc.sql("delete from sign_in_log").update();
        for (int remaining = 4; remaining >= 1; remaining--) {
            Browser.Answer refused = reset(NEW_PASSWORD, "000000");
            assertThat(refused.code()).isEqualTo("SMS_CODE_WRONG");
            assertThat(refused.body().path("remainingAttempts").asInt()).isEqualTo(remaining);
        }
        assertThat(reset(NEW_PASSWORD, "000000").status()).isEqualTo(423);
        assertThat(jdbc.sql("select count(*) from sign_in_log where username_index = ? and way = 'PASSWORD_RESET'")
                        .param(typedIndexOf(phone))
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void who_locked_themselves_out_by_a_forgotten_password_gets_in_by_another() {
        account(UserType.ENTERPRISE);
        for (int i = 0; i < 5; i++) {
            browser().signIn(phone, "wrong");
        }
        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(423);
        ask(browser(), "PASSWORD_RESET");
        assertThat(reset(NEW_PASSWORD, sentCode()).status()).isEqualTo(204);
        assertThat(browser().signIn(phone, NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void nobody_asks_for_a_link_as_if_it_were_a_code() {
        account(UserType.ENTERPRISE);
        assertThat(ask(browser(), "PASSWORD_LINK").status()).isEqualTo(400);
    }

    @Test
    void where_no_message_can_go_out_everybody_is_told_so_alike() {
        account(UserType.ENTERPRISE);
        availabilityAnswers(WireMock.okJson("{\"available\":false}"));
        assertThat(ask(browser(), "SIGN_IN").code()).isEqualTo("SMS_UNAVAILABLE");
        assertThat(ask(browser(), Long.toString(PHONES.incrementAndGet()), "SIGN_IN")
                        .code())
                .isEqualTo("SMS_UNAVAILABLE");
        availabilityAnswers(WireMock.serverError());
        assertThat(ask(browser(), "SIGN_IN").code()).isEqualTo("SMS_UNAVAILABLE");
        assertThat(jdbc.sql("select count(*) from sms_code")
                        .query(Integer.class)
                        .single())
                .as("nothing was used up by it")
                .isZero();
    }

    @Test
    void a_message_that_cannot_be_sent_changes_no_answer() {
        account(UserType.ENTERPRISE);
        USER_SERVICE.stubFor(WireMock.post("/internal/sms").willReturn(WireMock.serverError()));
        assertThat(ask(browser(), "SIGN_IN").status()).isEqualTo(202);
    }

    private static void availabilityAnswers(ResponseDefinitionBuilder answer) {
        USER_SERVICE.stubFor(WireMock.get("/internal/sms/availability").willReturn(answer));
    }

    private Account account(UserType type) {
        return opened(type, phone, PASSWORD, false);
    }

    private Browser.Answer ask(Browser browser, String purpose) {
        return ask(browser, phone, purpose);
    }

    private static Browser.Answer ask(Browser browser, String phone, String purpose) {
        return browser.post("/api/auth/sms-codes", "{\"phone\":\"%s\",\"purpose\":\"%s\"}".formatted(phone, purpose));
    }

    private Browser.Answer enter(Browser browser, String code) {
        return browser.post("/api/auth/sign-in/sms", "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, code));
    }

    private Browser.Answer reset(String password, String code) {
        return browser().post(RESETS, body(password, code));
    }

    private String body(String password, String code) {
        return "{\"phone\":\"%s\",\"code\":\"%s\",\"newPassword\":\"%s\"}".formatted(phone, code, password);
    }

    /** By which way, and how it ended. */
    private List<String> log(Account account) {
        return jdbc.sql("select way, result from sign_in_log where account_id = ? order by at, id")
                .param(account.id())
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list();
    }

    /** What message-service was asked to send, once. */
    private String sentCode() {
        var sms = WireMock.postRequestedFor(WireMock.urlPathEqualTo("/internal/sms"))
                .withRequestBody(WireMock.matchingJsonPath("$.phone", WireMock.equalTo(phone)));
        return await().until(() -> USER_SERVICE.findAll(sms), sent -> sent.size() == 1).stream()
                .map(request -> new JsonMapper()
                        .readTree(request.getBodyAsString())
                        .path("code")
                        .asString())
                .findFirst()
                .orElseThrow();
    }

    private void timePasses() {
        jdbc.sql("update sms_code set asked_at = asked_at - interval '61 seconds' where phone_index = ?")
                .param(codeIndexOf(phone))
                .update();
    }
}
