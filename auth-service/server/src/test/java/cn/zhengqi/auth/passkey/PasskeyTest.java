package cn.zhengqi.auth.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.Somebody;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.auth.api.InternalAccounts.Asker;
import cn.zhengqi.auth.api.InternalAccounts.PasswordReset;
import cn.zhengqi.auth.secondfactor.Authenticator;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.web.CurrentUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PasskeyTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final AtomicLong PHONES = new AtomicLong(13540000000L);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    private final String phone = Long.toString(PHONES.incrementAndGet());
    private final SoftwareAuthenticator device = new SoftwareAuthenticator();

    @Test
    void a_passkey_signs_in_without_name_password_and_second_factor() {
        Account officer = account(UserType.BANK);
        Authenticator app = enrolled(officer);
        added(officer, device, app.code(1), "办公电脑");

        Browser browser = browser();
        browser.authorize();
        JsonNode options = challenge(browser, false);
        assertThat(options.path("allowCredentials"))
                .as("tells nobody who has one")
                .isEmpty();
        assertThat(options.path("userVerification").asString()).isEqualTo("required");
        Browser.Answer in = answer(browser, device.get(options));
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.body().path("next").asString()).isEqualTo("DONE");
        assertThat(in.body().path("continueTo").asString()).startsWith("/oauth2/authorize?");
        assertThat(browser.authorize().location()).startsWith("/bff/callback?code=");

        assertThat(results(phone)).containsExactly("SUCCESS");
        as(officer)
                .get()
                .uri("/api/auth/passkeys")
                .exchange()
                .expectBody()
                .jsonPath("$.available")
                .isEqualTo(true)
                .jsonPath("$.items[0].name")
                .isEqualTo("办公电脑")
                .jsonPath("$.items[0].lastUsedAt")
                .exists();
    }

    @Test
    void after_a_password_it_is_the_second_factor_and_only_that_of_the_same_account() {
        Account officer = account(UserType.BANK);
        added(officer, device, enrolled(officer).code(1), "办公电脑");
        SoftwareAuthenticator others = new SoftwareAuthenticator();
        Account other = account(UserType.ENTERPRISE, Long.toString(PHONES.incrementAndGet()));
        added(other, others, null, "别人的");

        Browser browser = browser();
        Browser.Answer asked = browser.signIn(phone, PASSWORD);
        assertThat(asked.body().path("next").asString()).isEqualTo("SECOND_FACTOR");
        assertThat(asked.body().path("passkey").asBoolean()).isTrue();
        JsonNode options = challenge(browser, true);
        assertThat(options.path("allowCredentials").get(0).path("id").asString())
                .isEqualTo(device.credentialId());
        assertThat(answer(browser, others.get(options)).code()).isEqualTo("PASSKEY_REFUSED");
        assertThat(browser.authorize().location()).isEqualTo("/sign-in");

        assertThat(answer(browser, device.get(challenge(browser, true)))
                        .body()
                        .path("next")
                        .asString())
                .isEqualTo("DONE");
        assertThat(browser.authorize().location()).startsWith("/bff/callback?code=");
        assertThat(browser()
                        .post("/api/auth/sign-in/passkey/challenge", "{\"secondFactor\":true}")
                        .code())
                .as("nobody skips the password")
                .isEqualTo("SIGN_IN_EXPIRED");
    }

    @Test
    void an_answer_that_was_given_once_opens_nothing_again() {
        Account owner = account(UserType.ENTERPRISE);
        added(owner, device, null, "手机");
        Browser browser = browser();
        Map<String, Object> answer = device.get(challenge(browser, false));
        assertThat(answer(browser, answer).status()).isEqualTo(200);

        assertThat(answer(browser, answer).code()).as("in the same browser").isEqualTo("SIGN_IN_EXPIRED");
        Browser thief = browser();
        assertThat(answer(thief, answer).code()).as("without a challenge").isEqualTo("SIGN_IN_EXPIRED");
        challenge(thief, false);
        assertThat(answer(thief, answer).code()).as("for another challenge").isEqualTo("PASSKEY_REFUSED");
        assertThat(thief.authorize().location()).isEqualTo("/sign-in");
    }

    @Test
    void what_was_signed_on_another_site_is_refused() {
        Account owner = account(UserType.ENTERPRISE);
        added(owner, device, null, "手机");
        device.origin = "https://zhengqi-login.example";
        refused("a page of another origin");
        device.origin = "http://localhost:8080";
        device.site = "zhengqi-login.example";
        refused("a passkey that signs for another site");
        device.site = "localhost";
        assertThat(signIn().status()).isEqualTo(200);
        assertThat(results(phone)).containsExactly("BAD_PASSKEY", "BAD_PASSKEY", "SUCCESS");
    }

    @Test
    void a_copy_is_noticed_by_its_counter() {
        Account owner = account(UserType.ENTERPRISE);
        added(owner, device, null, "手机");
        SoftwareAuthenticator copy = device.copy();
        assertThat(signIn().status()).isEqualTo(200);
        assertThat(signIn().status()).isEqualTo(200);

        Browser thief = browser();
        assertThat(answer(thief, copy.get(challenge(thief, false))).code()).isEqualTo("PASSKEY_REFUSED");
        assertThat(thief.authorize().location()).isEqualTo("/sign-in");
    }

    @Test
    void a_wrong_signature_another_owner_or_an_unverified_person_is_refused() {
        Account owner = account(UserType.ENTERPRISE);
        added(owner, device, null, "手机");
        Browser browser = browser();
        JsonNode options = challenge(browser, false);
        Map<String, Object> forged = new HashMap<>(device.get(options));
        forged.put("signature", new SoftwareAuthenticator().get(options).get("signature"));
        assertThat(answer(browser, forged).code()).isEqualTo("PASSKEY_REFUSED");
        Map<String, Object> another = new HashMap<>(device.get(challenge(browser, false)));
        another.put("userHandle", "AZAAAAAAcACAAAAAAAAA4Q");
        assertThat(answer(browser, another).code()).isEqualTo("PASSKEY_REFUSED");
        device.verifiesThePerson = false;
        refused("who only has the device in hand");
        assertThat(browser.post("/api/auth/sign-in/passkey", "{\"id\":\"not base64!\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_removed_one_opens_nothing_and_both_are_told_and_on_record() {
        Account owner = account(UserType.ENTERPRISE);
        String id = added(owner, device, null, "旧手机");
        post(owner, "/" + id + "/removal", Map.of("password", "wrong"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("password");
        Account stranger = account(UserType.ENTERPRISE, Long.toString(PHONES.incrementAndGet()));
        post(stranger, "/" + id + "/removal", Map.of("password", PASSWORD))
                .expectStatus()
                .isNotFound();
        assertThat(signIn().status()).isEqualTo(200);

        post(owner, "/" + id + "/removal", Map.of("password", PASSWORD))
                .expectStatus()
                .isNoContent();
        refused("the removed one");
        assertThat(jdbc.sql("select data ->> 'action' from outbox where data ->> 'subjectId' = ? order by seq")
                        .param(owner.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("PASSKEY_ADDED", "PASSKEY_REMOVED");
        assertThat(jdbc.sql(
                                "select data ->> 'passkey' || ' ' || (data ->> 'added') from outbox where type = 'auth.PasskeyChanged' and data ->> 'accountId' = ? order by seq")
                        .param(owner.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("旧手机 true", "旧手机 false");
    }

    @Test
    void adding_one_asks_for_the_password_and_the_second_factor_again() {
        Account officer = account(UserType.GOVERNMENT);
        Authenticator app = enrolled(officer);
        post(officer, "/registration", Map.of("password", "wrong"))
                .expectStatus()
                .isBadRequest();
        post(officer, "/registration", Map.of("password", PASSWORD))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SECOND_FACTOR_WRONG")
                .jsonPath("$.errors[0].field")
                .isEqualTo("code");
        post(officer, "", device.create(JSON.readTree("{\"challenge\":\"AAAA\",\"user\":{\"id\":\"AAAA\"}}"), "伪造"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PASSKEY_NOT_BEGUN");
        assertThat(added(officer, device, app.code(1), "办公电脑")).isNotBlank();
    }

    @Test
    void what_was_made_for_another_challenge_or_site_or_twice_is_not_taken() {
        Account owner = account(UserType.ENTERPRISE);
        JsonNode first = begun(owner, null);
        begun(owner, null);
        post(owner, "", device.create(first, "过期的"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PASSKEY_REFUSED");
        JsonNode next = begun(owner, null);
        device.origin = "https://zhengqi-login.example";
        post(owner, "", device.create(next, "别处的")).expectStatus().isBadRequest();
        device.origin = "http://localhost:8080";
        added(owner, device, null, "手机");
        JsonNode again = begun(owner, null);
        assertThat(again.path("excludeCredentials").get(0).path("id").asString())
                .isEqualTo(device.credentialId());
        post(owner, "", device.create(again, "手机"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PASSKEY_KNOWN");
    }

    @Test
    void who_may_not_come_in_does_not_come_in_by_a_passkey_either() {
        Account owner = account(UserType.ENTERPRISE);
        added(owner, device, null, "手机");
        jdbc.sql("update account set enabled = false where id = ?")
                .param(owner.id())
                .update();
        assertThat(signIn().code()).isEqualTo("ACCOUNT_DISABLED");
        jdbc.sql("update account set enabled = true where id = ?")
                .param(owner.id())
                .update();
        userServiceIsDown();
        assertThat(signIn().status()).isEqualTo(503);
        assertThat(results(phone)).containsExactly("DISABLED", "UNAVAILABLE");
    }

    @Test
    void an_administrator_takes_it_away_with_the_second_factor_or_the_password() {
        Asker administrator = new Asker(Ids.next(), "管理员", UserType.OPERATOR, null, null, null, null);
        Map<String, Object> ways = Map.of(
                "second-factor-removal", administrator, "password-link", new PasswordReset(administrator, false));
        ways.forEach((what, asked) -> {
            Account owner = account(UserType.ENTERPRISE, Long.toString(PHONES.incrementAndGet()));
            SoftwareAuthenticator lost = new SoftwareAuthenticator();
            added(owner, lost, null, "丢失的手机");
            client.asService("user-service")
                    .post()
                    .uri("/internal/accounts/" + owner.id() + "/" + what)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(asked)
                    .exchange()
                    .expectStatus()
                    .is2xxSuccessful();
            Browser finder = browser();
            assertThat(answer(finder, lost.get(challenge(finder, false))).code())
                    .as(what)
                    .isEqualTo("PASSKEY_REFUSED");
        });
    }

    @Test
    void nobody_stays_in_by_one_that_was_planted_with_the_password_that_its_owner_then_forgets() {
        Account owner = account(UserType.ENTERPRISE);
        jdbc.sql("update account set phone_verified_at = now() where id = ?")
                .param(owner.id())
                .update();
        SoftwareAuthenticator planted = new SoftwareAuthenticator();
        added(owner, planted, null, "别人的手机");
        String code = codeFor(phone, "PASSWORD_RESET");
        assertThat(browser()
                        .post("/api/auth/password-resets", """
                        {"phone":"%s","code":"%s","newPassword":"Anders-gewaehlt8"}""".formatted(phone, code))
                        .status())
                .isEqualTo(204);

        Browser thief = browser();
        assertThat(answer(thief, planted.get(challenge(thief, false))).code()).isEqualTo("PASSKEY_REFUSED");
    }

    private void refused(String why) {
        Browser browser = browser();
        assertThat(answer(browser, device.get(challenge(browser, false))).code())
                .as(why)
                .isEqualTo("PASSKEY_REFUSED");
        assertThat(browser.authorize().location()).as(why).isEqualTo("/sign-in");
    }

    private Browser.Answer signIn() {
        Browser browser = browser();
        return answer(browser, device.get(challenge(browser, false)));
    }

    private static JsonNode challenge(Browser browser, boolean secondFactor) {
        Browser.Answer answer =
                browser.post("/api/auth/sign-in/passkey/challenge", "{\"secondFactor\":%s}".formatted(secondFactor));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static Browser.Answer answer(Browser browser, Map<String, Object> answer) {
        return browser.post("/api/auth/sign-in/passkey", JSON.writeValueAsString(answer));
    }

    private JsonNode begun(Account account, String code) {
        Map<String, Object> proofs = new HashMap<>(Map.of("password", PASSWORD));
        if (code != null) {
            proofs.put("code", code);
        }
        return post(account, "/registration", proofs)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    /** @return its id */
    private String added(Account account, SoftwareAuthenticator authenticator, String code, String name) {
        return post(account, "", authenticator.create(begun(account, code), name))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("id")
                .asString();
    }

    private Account account(UserType type) {
        return account(type, phone);
    }

    private Account account(UserType type, String number) {
        Account account = Somebody.of(type, number, passwords.hash(PASSWORD));
        assertThat(accounts.open(account)).isTrue();
        return account;
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

    private ResponseSpec post(Account account, String path, Map<String, ?> body) {
        return as(account)
                .post()
                .uri("/api/auth/passkeys" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private List<String> results(String name) {
        return jdbc.sql("select result from sign_in_log where username_index = ? order by at")
                .param(typedIndexOf(name))
                .query(String.class)
                .list();
    }
}
