package cn.zhengqi.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.WeChatServer;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.auth.secondfactor.Authenticator;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.RawTables;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class WeChatSignInTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final AtomicLong PHONES = new AtomicLong(13440000000L);

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private ServiceClient client;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource tables;

    private final String phone = Long.toString(PHONES.incrementAndGet());
    private final String nickname = "微信用户" + phone;

    /** Sent to WeChat, somebody agrees there, and the browser comes back. */
    private Browser.Answer throughWeChat(Browser browser, String who) {
        String sentTo = browser.get("/api/auth/sign-in/wechat").location();
        return browser.get(WECHAT.agrees(who, sentTo));
    }

    /** Somebody whom no account knows stands at the page that asks whose account it shall be. */
    private Browser arrived() {
        Browser browser = browser();
        browser.authorize();
        Browser.Answer silent = throughWeChat(browser, nickname);
        assertThat(WeChatServer.scopeOf(silent.location()))
                .as("their name is asked for only now")
                .isEqualTo("snsapi_userinfo");
        assertThat(browser.get(WECHAT.agrees(nickname, silent.location())).location())
                .isEqualTo("/sign-in/wechat");
        return browser;
    }

    private Browser.Answer bindBySms(Browser browser) {
        return browser.post(
                "/api/auth/sign-in/wechat/binding",
                "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, codeFor(phone, "SIGN_IN")));
    }

    private Browser.Answer bindByPassword(Browser browser) {
        return browser.post(
                "/api/auth/sign-in/wechat/binding/password",
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(phone, PASSWORD));
    }

    @Test
    void whoever_comes_for_the_first_time_shows_their_phone_and_is_in_at_once_from_then_on() {
        Account account = account(UserType.ENTERPRISE);
        Browser browser = arrived();
        assertThat(browser.get("/api/auth/sign-in/wechat/binding")
                        .body()
                        .path("nickname")
                        .asString())
                .startsWith("微*")
                .doesNotContain(phone.substring(0, 10));

        Browser.Answer in = bindBySms(browser);

        assertThat(in.body().path("next").asString()).isEqualTo("DONE");
        assertThat(in.body().path("continueTo").asString())
                .as("what they wanted before")
                .startsWith("/oauth2/authorize?");
        assertThat(browser.authorize().location()).startsWith("/bff/callback?code=");
        assertThat(audited(account)).contains("WECHAT_BOUND");
        assertThat(told(account)).containsExactly("true");

        Browser later = browser();
        later.authorize();
        assertThat(throughWeChat(later, nickname).location()).startsWith("/oauth2/authorize?");
        assertThat(later.authorize().location()).startsWith("/bff/callback?code=");
        assertThat(jdbc.sql("select result from sign_in_log where account_id = ? and username_index = ?")
                        .params(account.id(), typedIndexOf("微信"))
                        .query(String.class)
                        .list())
                .containsExactly("SUCCESS");
    }

    @Test
    void whoever_registers_meanwhile_binds_by_the_password_just_chosen() {
        Browser browser = arrived();
        String code = codeFor(phone, "REGISTRATION");
        assertThat(browser.post("/api/auth/registrations", """
                        {"userType":"ENTERPRISE","phone":"%s","code":"%s","password":"%s","displayName":"李四","channel":"WECHAT","agreed":true}""".formatted(phone, code, PASSWORD))
                        .status())
                .isEqualTo(201);

        assertThat(bindByPassword(browser).body().path("next").asString()).isEqualTo("DONE");
        assertThat(throughWeChat(browser(), nickname).location()).isEqualTo("/bff/login?continue=/");
    }

    @Test
    void a_page_may_say_where_it_goes_on() {
        account(UserType.ENTERPRISE);
        bindBySms(arrived());
        Browser browser = browser();
        String sentTo = browser.get("/api/auth/sign-in/wechat?continue=/m/my/code%3Fa%3Db%26c%3Dd")
                .location();
        assertThat(browser.get(WECHAT.agrees(nickname, sentTo)).location())
                .isEqualTo("/bff/login?continue=%2Fm%2Fmy%2Fcode%3Fa%3Db%26c%3Dd");
    }

    @Test
    void only_the_browser_that_was_sent_comes_back_and_only_once() {
        account(UserType.ENTERPRISE);
        bindBySms(arrived());
        Browser victim = browser();
        victim.get("/api/auth/sign-in/wechat");
        Browser attacker = browser();
        String ofAttacker =
                WECHAT.agrees(nickname, attacker.get("/api/auth/sign-in/wechat").location());

        assertThat(victim.get(ofAttacker).location())
                .as("somebody else's answer signs nobody in")
                .isEqualTo("/sign-in?error=WECHAT_EXPIRED");
        assertThat(browser().get(ofAttacker).location()).isEqualTo("/sign-in?error=WECHAT_EXPIRED");
        assertThat(attacker.get(ofAttacker).location()).isEqualTo("/bff/login?continue=/");
        assertThat(attacker.get(ofAttacker).location()).as("again").isEqualTo("/sign-in?error=WECHAT_EXPIRED");
    }

    @Test
    void a_code_that_was_used_opens_nothing_even_with_a_fresh_state() {
        account(UserType.ENTERPRISE);
        bindBySms(arrived());
        Browser browser = browser();
        String first =
                WECHAT.agrees(nickname, browser.get("/api/auth/sign-in/wechat").location());
        browser.get(first);
        String code = first.replaceFirst(".*code=([^&]+).*", "$1");

        Browser other = browser();
        String second =
                WECHAT.agrees(nickname, other.get("/api/auth/sign-in/wechat").location());
        assertThat(other.get(second.replaceFirst("code=[^&]+", "code=" + code)).location())
                .isEqualTo("/sign-in?error=WECHAT_EXPIRED");
        assertThat(other.authorize().location()).isEqualTo("/sign-in");
    }

    @Test
    void whoever_does_not_agree_at_wechat_is_back_at_the_sign_in_page() {
        Browser browser = browser();
        String sentTo = browser.get("/api/auth/sign-in/wechat").location();
        String state = sentTo.replaceFirst(".*[&]state=([^&#]+).*", "$1");
        assertThat(browser.get("/api/auth/sign-in/wechat/callback?state=" + state)
                        .location())
                .isEqualTo("/sign-in?error=WECHAT_EXPIRED");
    }

    @Test
    void nobody_binds_who_did_not_come_from_wechat() {
        account(UserType.ENTERPRISE);
        assertThat(browser()
                        .get("/api/auth/sign-in/wechat/binding")
                        .body()
                        .path("waiting")
                        .asBoolean(true))
                .isFalse();
        Browser.Answer refused = bindBySms(browser());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("WECHAT_EXPIRED");
        assertThat(bindByPassword(browser()).code()).isEqualTo("WECHAT_EXPIRED");
    }

    @Test
    void a_wrong_code_or_password_binds_nothing_and_is_counted() {
        Account account = account(UserType.ENTERPRISE);
        Browser browser = arrived();
        codeFor(phone, "SIGN_IN");
        Browser.Answer refused = browser.post(
                "/api/auth/sign-in/wechat/binding", "{\"phone\":\"%s\",\"code\":\"000000\"}".formatted(phone));
        assertThat(refused.code()).isEqualTo("SMS_CODE_WRONG");
        assertThat(refused.body().path("remainingAttempts").asInt()).isEqualTo(4);
        assertThat(browser.post(
                                "/api/auth/sign-in/wechat/binding/password",
                                "{\"username\":\"%s\",\"password\":\"wrong\"}".formatted(phone))
                        .code())
                .isEqualTo("BAD_CREDENTIALS");
        assertThat(browser.post("/api/auth/sign-in/wechat/binding", "{\"phone\":\"1\",\"code\":\"x\"}")
                        .code())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(own(account).path("bound").asBoolean()).isFalse();
    }

    @Test
    void staff_show_their_second_factor_before_it_is_bound_and_each_time_after() {
        Account officer = account(UserType.GOVERNMENT);
        Authenticator app = new Authenticator(factors.begin(officer).secret());
        List<String> recovery = factors.confirm(officer, app.now()).recoveryCodes();
        Browser browser = arrived();

        assertThat(bindBySms(browser).body().path("next").asString()).isEqualTo("SECOND_FACTOR");
        assertThat(own(officer).path("bound").asBoolean())
                .as("a code to the phone is one factor")
                .isFalse();
        assertThat(second(browser, "ABCDE-FGH23").code()).isEqualTo("SECOND_FACTOR_WRONG");
        assertThat(own(officer).path("bound").asBoolean()).isFalse();
        assertThat(second(browser, recovery.get(0)).status()).isEqualTo(200);
        assertThat(own(officer).path("bound").asBoolean()).isTrue();

        Browser later = browser();
        assertThat(throughWeChat(later, nickname).location()).isEqualTo("/sign-in?next=SECOND_FACTOR");
        assertThat(later.authorize().location()).isEqualTo("/sign-in");
        assertThat(second(later, recovery.get(1)).status()).isEqualTo(200);
        assertThat(later.authorize().location()).startsWith("/bff/callback?code=");
    }

    @Test
    void who_must_have_a_second_factor_and_has_none_sets_it_up_first() {
        Account officer = account(UserType.GOVERNMENT);
        Browser browser = arrived();
        assertThat(bindByPassword(browser).body().path("next").asString()).isEqualTo("ENROLMENT");
        String secret = browser.post("/api/auth/sign-in/enrolment", "{}")
                .body()
                .path("secret")
                .asString();
        assertThat(browser.post(
                                "/api/auth/sign-in/enrolment/confirmation",
                                "{\"code\":\"%s\"}".formatted(new Authenticator(secret).now()))
                        .status())
                .isEqualTo(200);
        assertThat(own(officer).path("bound").asBoolean()).isTrue();
    }

    @Test
    void another_person_who_signs_in_on_the_same_phone_is_not_bound_by_it() {
        Account account = account(UserType.ENTERPRISE);
        Browser browser = arrived();
        assertThat(browser.signIn(phone, PASSWORD).status()).isEqualTo(200);
        assertThat(own(account).path("bound").asBoolean()).isFalse();
    }

    @Test
    void an_account_whose_phone_nobody_has_proved_is_bound_to_nobody() {
        Account planted = account(UserType.ENTERPRISE, null);
        assertThat(bindByPassword(arrived()).code()).isEqualTo("PHONE_UNVERIFIED");
        assertThat(own(planted).path("bound").asBoolean()).isFalse();
    }

    @Test
    void an_account_has_one_wechat_user() {
        account(UserType.ENTERPRISE);
        bindBySms(arrived());
        Browser other = browser();
        Browser.Answer silent = throughWeChat(other, "另一位" + phone);
        other.get(WECHAT.agrees("另一位" + phone, silent.location()));
        Browser.Answer refused = bindByPassword(other);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("WECHAT_OTHER");
    }

    @Test
    void a_wechat_user_that_comes_twice_at_once_is_bound_once() throws Exception {
        Account account = account(UserType.ENTERPRISE);
        List<Browser> browsers = List.of(arrived(), arrived(), arrived());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> attempts = browsers.stream()
                    .<Callable<String>>map(
                            browser -> () -> bindByPassword(browser).body().toString())
                    .toList();
            for (var answer : pool.invokeAll(attempts)) {
                assertThat(answer.get()).containsAnyOf("DONE", "WECHAT_TAKEN", "WECHAT_OTHER");
            }
        }
        assertThat(jdbc.sql("select count(*) from wechat_binding where account_id = ?")
                        .param(account.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(told(account)).hasSize(1);
    }

    @Test
    void a_disabled_account_stays_closed() {
        Account account = account(UserType.ENTERPRISE);
        bindBySms(arrived());
        jdbc.sql("update account set enabled = false where id = ?")
                .param(account.id())
                .update();
        Browser browser = browser();
        assertThat(throughWeChat(browser, nickname).location()).isEqualTo("/sign-in?error=ACCOUNT_DISABLED");
        assertThat(browser.authorize().location()).isEqualTo("/sign-in");
    }

    @Test
    void nobody_is_let_in_while_it_cannot_be_found_out_what_they_may_do() {
        account(UserType.ENTERPRISE);
        bindBySms(arrived());
        userServiceIsDown();
        assertThat(throughWeChat(browser(), nickname).location()).isEqualTo("/sign-in?error=SERVICE_UNAVAILABLE");
    }

    @Test
    void its_owner_sees_it_covered_and_unbinds_it_with_the_password() {
        Account account = account(UserType.ENTERPRISE);
        bindBySms(arrived());
        JsonNode seen = own(account);
        assertThat(seen.path("available").asBoolean()).isTrue();
        assertThat(seen.path("nickname").asString()).startsWith("微*").doesNotContain(nickname);
        assertThat(seen.path("boundAt").asString()).isNotBlank();

        unbind(account, "wrong")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PASSWORD_WRONG")
                .jsonPath("$.title")
                .isEqualTo("密码不正确");
        assertThat(own(account).path("bound").asBoolean()).isTrue();
        unbind(account, PASSWORD).expectStatus().isNoContent();

        assertThat(own(account).path("bound").asBoolean()).isFalse();
        assertThat(audited(account)).contains("WECHAT_UNBOUND");
        assertThat(told(account)).containsExactly("true", "false");
        assertThat(WeChatServer.scopeOf(throughWeChat(browser(), nickname).location()))
                .as("a stranger again")
                .isEqualTo("snsapi_userinfo");
        unbind(account, PASSWORD)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("WECHAT_NOT_BOUND");
    }

    @Test
    void another_person_s_binding_is_nobody_else_s() {
        Account account = account(UserType.ENTERPRISE);
        bindBySms(arrived());
        Account stranger = account(UserType.ENTERPRISE, Instant.now(), Long.toString(PHONES.incrementAndGet()));
        assertThat(own(stranger).path("bound").asBoolean()).isFalse();
        unbind(stranger, PASSWORD).expectStatus().isEqualTo(409);
        assertThat(own(account).path("bound").asBoolean()).isTrue();
    }

    @Test
    void a_password_that_is_set_without_the_old_one_ends_it_and_its_owner_hears_of_it() {
        Account account = account(UserType.ENTERPRISE);
        bindBySms(arrived());
        String code = codeFor(phone, "PASSWORD_RESET");
        assertThat(browser()
                        .post(
                                "/api/auth/password-resets",
                                "{\"phone\":\"%s\",\"code\":\"%s\",\"newPassword\":\"Besser-gewaehlt8\"}"
                                        .formatted(phone, code))
                        .status())
                .isEqualTo(204);
        assertThat(own(account).path("bound").asBoolean()).isFalse();
        assertThat(told(account)).containsExactly("true", "false");
    }

    @Test
    void a_closed_account_leaves_nothing_of_it_behind_and_its_owner_can_take_it_out_before() {
        Account account = account(UserType.ENTERPRISE);
        bindBySms(arrived());
        client.as(user(account))
                .post()
                .uri("/api/auth/me/data")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("password", PASSWORD))
                .exchange()
                .expectBody()
                .jsonPath("$.weChat.nickname")
                .isEqualTo(nickname);
        client.as(user(account))
                .post()
                .uri("/api/auth/me/closure")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("password", PASSWORD))
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(jdbc.sql("select count(*) from wechat_binding where account_id = ?")
                        .param(account.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(told(account)).as("no notice for who has no account").containsExactly("true");
    }

    @Test
    void neither_table_nor_log_shows_who_it_is_or_by_what_code_they_came(CapturedOutput output) {
        account(UserType.ENTERPRISE);
        Browser browser = browser();
        Browser.Answer silent = throughWeChat(browser, nickname);
        String back = WECHAT.agrees(nickname, silent.location());
        browser.get(back);
        bindBySms(browser);
        String code = back.replaceFirst(".*code=([^&]+).*", "$1");

        assertThat(RawTables.showing(tables, nickname)).isEmpty();
        assertThat(output).doesNotContain(nickname).doesNotContain(code).doesNotContain(WeChatServer.SECRET);
    }

    @Test
    void a_page_of_the_platform_gets_its_signature_and_no_other_page() {
        Account account = account(UserType.ENTERPRISE);
        client.as(user(account))
                .get()
                .uri("/api/auth/wechat/js-sdk?url={url}", "http://platform.test/m/scan")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.appId")
                .isEqualTo(WeChatServer.APP_ID)
                .jsonPath("$.signature")
                .value(String.class, signature -> assertThat(signature).matches("[0-9a-f]{40}"));
        for (String foreign : List.of("http://evil.test/m/scan", "javascript:alert(1)", "/m/scan")) {
            client.as(user(account))
                    .get()
                    .uri("/api/auth/wechat/js-sdk?url={url}", foreign)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("WECHAT_FOREIGN_PAGE");
        }
        client.as(user(account))
                .get()
                .uri("/api/auth/wechat/js-sdk")
                .exchange()
                .expectStatus()
                .isBadRequest();
        client.anonymous()
                .get()
                .uri("/api/auth/wechat/js-sdk?url={url}", "http://platform.test/m/scan")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void a_note_reaches_whoever_has_bound_a_wechat_and_nobody_else() {
        Account account = account(UserType.ENTERPRISE);
        assertThat(note(account)).isEqualTo("NOBODY");
        bindBySms(arrived());
        int before = WECHAT.account().messages().size();
        assertThat(note(account)).isEqualTo("ACCEPTED");
        assertThat(WECHAT.account().messages()).hasSize(before + 1);
    }

    @Test
    void of_many_accounts_those_that_have_bound_a_wechat_are_told_apart() {
        Account bound = account(UserType.ENTERPRISE);
        bindBySms(arrived());
        client.asService("message-service")
                .post()
                .uri("/internal/wechat/bound")
                .contentType(MediaType.APPLICATION_JSON)
                .body(List.of(Ids.next(), bound.id()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$")
                .isEqualTo(List.of(bound.id().toString()));
    }

    @Test
    void of_many_accounts_it_is_counted_who_can_be_reached_by_which_way() {
        Account bound = account(UserType.ENTERPRISE);
        bindBySms(arrived());
        Account unproved = opened(UserType.ENTERPRISE, Long.toString(PHONES.incrementAndGet()), PASSWORD, false);
        jdbc.sql("update account set phone_verified_at = null where id = ?")
                .param(unproved.id())
                .update();
        client.asService("message-service")
                .post()
                .uri("/internal/reach")
                .contentType(MediaType.APPLICATION_JSON)
                .body(List.of(Ids.next(), bound.id(), unproved.id()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.weChat")
                .isEqualTo(1)
                .jsonPath("$.phone")
                .isEqualTo(1);
        client.asService("stats-service")
                .post()
                .uri("/internal/reach")
                .contentType(MediaType.APPLICATION_JSON)
                .body(List.of(bound.id()))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private String note(Account account) {
        return client.asService("message-service")
                .post()
                .uri("/internal/wechat/notes")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("id", Ids.next(), "accountId", account.id(), "title", "融资申请已受理", "at", Instant.now()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("outcome")
                .asString();
    }

    @Test
    void the_sign_in_page_hears_that_there_is_an_official_account() {
        assertThat(browser().get("/api/auth/wechat").body().path("available").asBoolean())
                .isTrue();
    }

    private static Browser.Answer second(Browser browser, String code) {
        return browser.post("/api/auth/sign-in/second-factor", "{\"code\":\"%s\"}".formatted(code));
    }

    private Account account(UserType type) {
        return account(type, Instant.now());
    }

    private Account account(UserType type, @Nullable Instant verifiedAt) {
        return account(type, verifiedAt, phone);
    }

    private Account account(UserType type, @Nullable Instant verifiedAt, String itsPhone) {
        Account account = new Account(
                Ids.next(),
                type,
                null,
                itsPhone,
                "王小二",
                passwords.hash(PASSWORD),
                0,
                true,
                Channel.WECHAT,
                Instant.now(),
                verifiedAt,
                false,
                0);
        assertThat(accounts.open(account)).isTrue();
        return account;
    }

    private static CurrentUser user(Account account) {
        return new CurrentUser(
                account.id(), account.displayName(), account.userType(), null, null, null, null, Set.of(), Set.of());
    }

    private JsonNode own(Account account) {
        return client.as(user(account))
                .get()
                .uri("/api/auth/wechat/binding")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.ResponseSpec unbind(Account account, String password) {
        return client.as(user(account))
                .post()
                .uri("/api/auth/wechat/binding/removal")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("password", password))
                .exchange();
    }

    private List<String> told(Account account) {
        return jdbc.sql(
                        "select data ->> 'bound' from outbox where type = 'auth.WeChatBindingChanged' and subject = ? order by seq")
                .param(account.id())
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
