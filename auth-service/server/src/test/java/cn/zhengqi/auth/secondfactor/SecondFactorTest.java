package cn.zhengqi.auth.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.api.InternalAccounts.Asker;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.web.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class SecondFactorTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final AtomicLong PHONES = new AtomicLong(13520000000L);

    @Autowired
    private SecondFactors factors;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ServiceClient client;

    private final String phone = Long.toString(PHONES.incrementAndGet());

    @Test
    void staff_set_it_up_at_their_first_sign_in_and_are_asked_for_it_ever_after() {
        Account officer = account(UserType.BANK, false);
        Browser browser = browser();
        browser.authorize();

        Browser.Answer first = browser.signIn(phone, PASSWORD);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("next").asString()).isEqualTo("ENROLMENT");
        assertThat(first.body().has("continueTo")).isFalse();
        assertThat(browser.authorize().location()).as("not in yet").isEqualTo("/sign-in");

        JsonNode told = browser.post("/api/auth/sign-in/enrolment", "{}").body();
        assertThat(told.path("uri").asString())
                .startsWith("otpauth://totp/%E6%94%BF%E4%BC%81")
                .contains("secret=" + told.path("secret").asString());
        Authenticator app = new Authenticator(told.path("secret").asString());
        assertThat(code(browser, "/enrolment/confirmation", "000000").code()).isEqualTo("SECOND_FACTOR_WRONG");
        Browser.Answer enrolled = code(browser, "/enrolment/confirmation", app.now());
        assertThat(enrolled.status()).isEqualTo(200);
        assertThat(enrolled.body().path("recoveryCodes")).hasSize(10);
        assertThat(enrolled.body().path("continueTo").asString()).startsWith("/oauth2/authorize?");
        assertThat(browser.authorize().location()).startsWith("/bff/callback?code=");

        Browser next = browser();
        assertThat(next.signIn(phone, PASSWORD).body().path("next").asString()).isEqualTo("SECOND_FACTOR");
        assertThat(next.authorize().location()).isEqualTo("/sign-in");
        assertThat(code(next, "/second-factor", app.code(1)).body().path("next").asString())
                .isEqualTo("DONE");
        assertThat(next.authorize().location()).startsWith("/bff/callback?code=");
        assertThat(results())
                .containsExactly("SECOND_FACTOR_ASKED", "BAD_CODE", "SUCCESS", "SECOND_FACTOR_ASKED", "SUCCESS");
        assertThat(audited(officer)).containsExactly("SECOND_FACTOR_ENABLED");
    }

    @Test
    void who_registered_a_chamber_sets_it_up_once_it_is_let_in_and_cannot_turn_it_off_then() {
        Account chamber = account(UserType.CHAMBER, false);
        assertThat(browser().signIn(phone, PASSWORD).body().path("next").asString())
                .as("waits to be let in")
                .isEqualTo("DONE");

        worksForAnInstitution(chamber);

        Browser browser = browser();
        assertThat(browser.signIn(phone, PASSWORD).body().path("next").asString())
                .isEqualTo("ENROLMENT");
        assertThat(browser.authorize().location()).as("not in yet").isEqualTo("/sign-in");
        as(chamber)
                .get()
                .uri("/api/auth/second-factor")
                .exchange()
                .expectBody()
                .jsonPath("$.required")
                .isEqualTo(true);
        post(
                        chamber,
                        "removal",
                        Map.of("password", PASSWORD, "code", enrolled(chamber).code(1)))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void neither_the_secret_nor_a_recovery_code_lies_readable_in_the_database() {
        Account officer = account(UserType.GOVERNMENT, false);
        SecondFactors.Enrolment told = factors.begin(officer);
        List<String> codes =
                factors.confirm(officer, new Authenticator(told.secret()).now()).recoveryCodes();

        byte[] stored = jdbc.sql("select secret from second_factor where account_id = ?")
                .param(officer.id())
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(new Base32().decode(told.secret()), StandardCharsets.ISO_8859_1));
        assertThat(jdbc.sql("select code_hash from recovery_code where account_id = ?")
                        .param(officer.id())
                        .query((row, n) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .list())
                .hasSize(10)
                .doesNotContainAnyElementsOf(codes);
    }

    @Test
    void a_code_works_once_also_when_it_comes_twice_at_the_same_time() throws Exception {
        Account officer = account(UserType.BANK, false);
        Authenticator app = enrolled(officer);
        String code = app.code(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> twice =
                    List.of(() -> factors.accepts(officer, code), () -> factors.accepts(officer, code));
            List<Boolean> answers = new ArrayList<>();
            for (var answer : pool.invokeAll(twice)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(true, false);
        }
        assertThat(factors.accepts(officer, app.now()))
                .as("an older one than the last")
                .isFalse();
    }

    @Test
    void each_recovery_code_opens_once_however_it_is_typed() {
        Account officer = account(UserType.OPERATOR, false);
        SecondFactors.Enrolment told = factors.begin(officer);
        List<String> codes =
                factors.confirm(officer, new Authenticator(told.secret()).now()).recoveryCodes();

        Browser browser = browser();
        browser.signIn(phone, PASSWORD);
        assertThat(code(
                                browser,
                                "/second-factor",
                                codes.getFirst().toLowerCase().replace("-", " "))
                        .status())
                .isEqualTo(200);
        browser = browser();
        browser.signIn(phone, PASSWORD);
        Browser.Answer used = code(browser, "/second-factor", codes.getFirst());
        assertThat(used.code()).isEqualTo("SECOND_FACTOR_WRONG");
        assertThat(used.body().path("detail").asString()).isEqualTo("恢复码不正确或已使用");
        assertThat(code(browser, "/second-factor", codes.getLast()).status()).isEqualTo(200);
        as(officer)
                .get()
                .uri("/api/auth/second-factor")
                .exchange()
                .expectBody()
                .jsonPath("$.enabled")
                .isEqualTo(true)
                .jsonPath("$.required")
                .isEqualTo(true)
                .jsonPath("$.recoveryCodesLeft")
                .isEqualTo(8);
    }

    @Test
    void guessing_the_code_locks_like_guessing_the_password_and_the_password_does_not_undo_it() {
        enrolled(account(UserType.BANK, false));
        Browser thief = browser();
        for (int i = 0; i < 4; i++) {
            assertThat(thief.signIn(phone, PASSWORD).status()).isEqualTo(200);
            Browser.Answer wrong = code(thief, "/second-factor", "00000" + i);
            assertThat(wrong.code()).isEqualTo("SECOND_FACTOR_WRONG");
            assertThat(wrong.body().path("remainingAttempts").asInt()).isEqualTo(4 - i);
        }
        assertThat(code(thief, "/second-factor", "111111").status()).isEqualTo(423);
        assertThat(thief.signIn(phone, PASSWORD).status()).isEqualTo(423);
        assertThat(results()).contains("BAD_CODE", "LOCKED");
    }

    @Test
    void a_new_password_by_the_phone_gives_no_more_guesses_at_the_code() {
        enrolled(account(UserType.BANK, false));
        Browser thief = browser();
        thief.signIn(phone, PASSWORD);
        for (int i = 0; i < 4; i++) {
            assertThat(code(thief, "/second-factor", "00000" + i).code()).isEqualTo("SECOND_FACTOR_WRONG");
        }
        String fromThePhone = codeFor(phone, "PASSWORD_RESET");
        assertThat(browser()
                        .post("/api/auth/password-resets", """
                        {"phone":"%s","code":"%s","newPassword":"Anders-gewaehlt8"}""".formatted(phone, fromThePhone))
                        .status())
                .isEqualTo(204);

        Browser again = browser();
        assertThat(again.signIn(phone, "Anders-gewaehlt8").body().path("next").asString())
                .isEqualTo("SECOND_FACTOR");
        assertThat(code(again, "/second-factor", "111111").status()).isEqualTo(423);
    }

    @Test
    void codes_that_are_renewed_twice_at_once_leave_ten() throws Exception {
        Account owner = account(UserType.ENTERPRISE, false);
        Authenticator app = new Authenticator(factors.begin(owner).secret());
        List<String> old = factors.confirm(owner, app.now()).recoveryCodes();
        // One that nobody uses, so that what is held back is the renewal and not the proof before it.
        jdbc.sql("insert into recovery_code (account_id, code_hash) values (?, ?)")
                .params(owner.id(), new byte[32])
                .update();
        assertThat(whileHeld(
                        "select 1 from recovery_code where account_id = ? and code_hash = decode(repeat('00', 32), 'hex')",
                        owner,
                        () -> status(
                                post(owner, "recovery-codes", Map.of("password", PASSWORD, "code", old.getFirst()))),
                        () -> status(post(owner, "recovery-codes", Map.of("password", PASSWORD, "code", app.code(1))))))
                .containsExactly(200, 200);
        assertThat(recoveryCodes(owner)).isEqualTo(SecondFactors.RECOVERY_CODES);
    }

    @Test
    void a_code_that_turns_it_on_twice_at_once_does_it_once() throws Exception {
        Account owner = account(UserType.ENTERPRISE, false);
        String code = new Authenticator(factors.begin(owner).secret()).now();
        assertThat(whileHeld(
                        "select 1 from second_factor where account_id = ?",
                        owner,
                        () -> status(post(owner, "confirmation", Map.of("code", code))),
                        () -> status(post(owner, "confirmation", Map.of("code", code)))))
                .containsExactlyInAnyOrder(200, 409);
        assertThat(recoveryCodes(owner)).isEqualTo(SecondFactors.RECOVERY_CODES);
        assertThat(audited(owner)).containsExactly("SECOND_FACTOR_ENABLED");
    }

    /** Both come while these rows are held, so that both have begun before either goes on. */
    private List<Integer> whileHeld(String rows, Account owner, Callable<Integer> one, Callable<Integer> other)
            throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> begun = transaction.execute(status -> {
                jdbc.sql(rows + " for update")
                        .param(owner.id())
                        .query(Integer.class)
                        .single();
                Future<Integer> first = pool.submit(one);
                await().until(() -> waiting() == 1);
                Future<Integer> second = pool.submit(other);
                await().until(() -> waiting() == 2);
                return List.of(first, second);
            });
            return List.of(begun.getFirst().get(), begun.getLast().get());
        }
    }

    private int waiting() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                          and (query like '%recovery_code%' or query like '%second_factor%')""").query(Integer.class).single();
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    private int recoveryCodes(Account account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = ? and used_at is null")
                .param(account.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void guessing_the_code_that_turns_it_on_locks_too_at_the_first_sign_in() {
        account(UserType.BANK, false);
        Browser thief = browser();
        thief.signIn(phone, PASSWORD);
        Authenticator app = new Authenticator(thief.post("/api/auth/sign-in/enrolment", "{}")
                .body()
                .path("secret")
                .asString());
        for (int i = 0; i < 4; i++) {
            Browser.Answer wrong = code(thief, "/enrolment/confirmation", "00000" + i);
            assertThat(wrong.code()).isEqualTo("SECOND_FACTOR_WRONG");
            assertThat(wrong.body().path("remainingAttempts").asInt()).isEqualTo(4 - i);
        }

        Browser.Answer fifth = code(thief, "/enrolment/confirmation", "000004");
        assertThat(fifth.code()).isEqualTo("ACCOUNT_LOCKED");
        assertThat(fifth.body().path("retryAfterSeconds").asInt()).isBetween(50, 60);
        assertThat(code(thief, "/enrolment/confirmation", app.now()).status())
                .as("the right one does not help while it is locked")
                .isEqualTo(423);
        assertThat(results()).contains("BAD_CODE", "LOCKED").doesNotContain("SUCCESS");
    }

    @Test
    void guessing_the_code_that_turns_it_on_locks_too_for_who_is_signed_in() {
        Account owner = account(UserType.ENTERPRISE, false);
        post(owner, "confirmation", Map.of("code", "000000")).expectStatus().isEqualTo(409);
        Authenticator app = new Authenticator(factors.begin(owner).secret());
        for (int i = 0; i < 4; i++) {
            post(owner, "confirmation", Map.of("code", "00000" + i))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("SECOND_FACTOR_WRONG")
                    .jsonPath("$.remainingAttempts")
                    .isEqualTo(4 - i);
        }

        post(owner, "confirmation", Map.of("code", "000004")).expectStatus().isEqualTo(423);
        post(owner, "confirmation", Map.of("code", app.now()))
                .expectStatus()
                .isEqualTo(423)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ACCOUNT_LOCKED");
        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(423);
        jdbc.sql("delete from sign_in_failure").update();
        assertThat(codes(post(owner, "confirmation", Map.of("code", app.now()))))
                .hasSize(10);
    }

    @Test
    void nobody_skips_the_password() {
        enrolled(account(UserType.BANK, false));
        assertThat(code(browser(), "/second-factor", "123456").code()).isEqualTo("SIGN_IN_EXPIRED");
        assertThat(browser().post("/api/auth/sign-in/enrolment", "{}").code()).isEqualTo("SIGN_IN_EXPIRED");

        Browser late = browser();
        late.signIn(phone, PASSWORD);
        jdbc.sql("update account set credential_version = credential_version + 1 where phone_index = ?")
                .param(indexOf(phone))
                .update();
        assertThat(code(late, "/second-factor", "123456").code())
                .as("the password was changed meanwhile")
                .isEqualTo("SIGN_IN_EXPIRED");
        Browser other = browser();
        other.signIn(phone, PASSWORD);
        assertThat(other.post("/api/auth/sign-in/enrolment", "{}").code())
                .as("who has a second factor cannot put another in its place")
                .isEqualTo("SIGN_IN_EXPIRED");
    }

    @Test
    void an_enterprise_may_turn_it_on_and_off_with_its_password() {
        Account owner = account(UserType.ENTERPRISE, false);
        as(owner)
                .get()
                .uri("/api/auth/second-factor")
                .exchange()
                .expectBody()
                .jsonPath("$.enabled")
                .isEqualTo(false)
                .jsonPath("$.required")
                .isEqualTo(false);
        post(owner, "enrolment", Map.of("password", "wrong"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("password");
        JsonNode told = post(owner, "enrolment", Map.of("password", PASSWORD))
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        Authenticator app = new Authenticator(told.path("secret").asString());
        assertThat(browser().signIn(phone, PASSWORD).body().path("next").asString())
                .as("not asked before it was tried out")
                .isEqualTo("DONE");
        post(owner, "confirmation", Map.of("code", "000000"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("code")
                .jsonPath("$.errors[0].message")
                .isEqualTo("动态验证码不正确");
        List<String> codes = codes(post(owner, "confirmation", Map.of("code", app.now())));
        assertThat(codes).hasSize(10);
        post(owner, "enrolment", Map.of("password", PASSWORD)).expectStatus().isEqualTo(409);
        assertThat(browser().signIn(phone, PASSWORD).body().path("next").asString())
                .isEqualTo("SECOND_FACTOR");

        jdbc.sql("delete from sign_in_failure").update();
        for (String deed : List.of("recovery-codes", "removal")) {
            for (Map<String, String> withoutCode :
                    List.of(Map.of("password", PASSWORD), Map.of("password", PASSWORD, "code", "000000"))) {
                post(owner, deed, withoutCode)
                        .expectStatus()
                        .isBadRequest()
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("SECOND_FACTOR_WRONG")
                        .jsonPath("$.errors[0].field")
                        .isEqualTo("code");
            }
        }
        jdbc.sql("delete from sign_in_failure").update();
        List<String> renewed =
                codes(post(owner, "recovery-codes", Map.of("password", PASSWORD, "code", codes.getFirst())));
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(codes);
        post(owner, "removal", Map.of("password", "wrong", "code", app.code(1)))
                .expectStatus()
                .isBadRequest();
        post(owner, "removal", Map.of("password", PASSWORD, "code", app.code(1)))
                .expectStatus()
                .isNoContent();
        post(owner, "removal", Map.of("password", PASSWORD)).expectStatus().isEqualTo(409);
        assertThat(browser().signIn(phone, PASSWORD).body().path("next").asString())
                .isEqualTo("DONE");
        assertThat(audited(owner))
                .containsExactly("SECOND_FACTOR_ENABLED", "RECOVERY_CODES_RENEWED", "SECOND_FACTOR_REMOVED");
    }

    @Test
    void staff_cannot_turn_it_off_but_an_administrator_can_take_it_from_them() {
        Account officer = account(UserType.BANK, false);
        post(
                        officer,
                        "removal",
                        Map.of("password", PASSWORD, "code", enrolled(officer).code(1)))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SECOND_FACTOR_REQUIRED");

        client.asService("user-service")
                .post()
                .uri("/internal/accounts/" + officer.id() + "/second-factor-removal")
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Asker(Ids.next(), "管理员", UserType.OPERATOR, null, null, null, null))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(browser().signIn(phone, PASSWORD).body().path("next").asString())
                .isEqualTo("ENROLMENT");
    }

    @Test
    void accounts_of_the_demonstration_are_let_off_only_while_there_is_one() {
        Account demo = account(UserType.OPERATOR, true);
        assertThat(browser().signIn(phone, PASSWORD).body().path("next").asString())
                .as("no demonstration here: a demo account is staff like any other")
                .isEqualTo("ENROLMENT");
        var settings = new SecondFactorPolicy.Settings(Set.of(UserType.OPERATOR));
        assertThat(new SecondFactorPolicy(settings, true).requires(demo, false)).isFalse();
        assertThat(new SecondFactorPolicy(settings, false).requires(demo, false))
                .isTrue();
        Account chamber = opened(UserType.CHAMBER, Long.toString(PHONES.incrementAndGet()), PASSWORD, true);
        assertThat(new SecondFactorPolicy(settings, true).requires(chamber, true))
                .as("one of the demonstration that was let in")
                .isFalse();
        assertThat(new SecondFactorPolicy(settings, false).requires(chamber, true))
                .isTrue();
        jdbc.sql("delete from account where id = ?").param(chamber.id()).update();
        jdbc.sql("delete from account where id = ?").param(demo.id()).update();
    }

    private static List<String> codes(ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(SecondFactors.RecoveryCodes.class)
                .returnResult()
                .getResponseBody()
                .recoveryCodes();
    }

    private Account account(UserType type, boolean demo) {
        return opened(type, phone, PASSWORD, demo);
    }

    private Authenticator enrolled(Account account) {
        Authenticator app = new Authenticator(factors.begin(account).secret());
        factors.confirm(account, app.now());
        return app;
    }

    private RestTestClient as(Account account) {
        return client.as(new CurrentUser(
                account.id(), account.displayName(), account.userType(), null, null, null, null, Set.of(), Set.of()));
    }

    private ResponseSpec post(Account account, String what, Map<String, String> body) {
        return as(account)
                .post()
                .uri("/api/auth/second-factor/" + what)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static Browser.Answer code(Browser browser, String step, String code) {
        return browser.post("/api/auth/sign-in" + step, "{\"code\":\"%s\"}".formatted(code));
    }

    private List<String> results() {
        return jdbc.sql("select result from sign_in_log where username_index = ? order by at")
                .param(typedIndexOf(phone))
                .query(String.class)
                .list();
    }

    private List<String> audited(Account account) {
        return jdbc.sql("select data ->> 'action' from outbox where data ->> 'subjectId' = ? order by seq")
                .param(account.id().toString())
                .query(String.class)
                .list();
    }
}
