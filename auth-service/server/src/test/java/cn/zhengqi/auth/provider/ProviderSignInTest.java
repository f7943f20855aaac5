package cn.zhengqi.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.Somebody;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.auth.secondfactor.Authenticator;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.web.CurrentUser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class ProviderSignInTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final AtomicLong PHONES = new AtomicLong(13560000000L);
    private static final IdentityProvider PROVIDER =
            IdentityProvider.startedFor("http://localhost:8080/api/auth/sign-in/providers/quyu/callback");

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

    private final HttpClient http = HttpClient.newHttpClient();
    private final String phone = Long.toString(PHONES.incrementAndGet());
    private final String person = "person-" + phone;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        for (String id : List.of("quyu", "down")) {
            String settings = "zhengqi.sign-in.outside.providers." + id + ".";
            registry.add(settings + "name", () -> id.equals("quyu") ? "区域身份平台" : "停运的平台");
            registry.add(settings + "issuer", () -> id.equals("quyu") ? PROVIDER.issuer() : "http://localhost:1");
            registry.add(settings + "client-id", () -> IdentityProvider.CLIENT);
            registry.add(settings + "client-secret", () -> IdentityProvider.SECRET);
            registry.add(settings + "trust-phone", () -> true);
        }
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @BeforeEach
    void nobodyIsBetween() {
        PROVIDER.tamper(false);
    }

    @Test
    void the_sign_in_page_offers_what_is_configured() {
        JsonNode ways = browser().get("/api/auth/sign-in/ways").body();
        assertThat(ways.path("passkeys").asBoolean()).isTrue();
        assertThat(ways.path("providers").get(1).path("id").asString()).isEqualTo("quyu");
        assertThat(ways.path("providers").get(1).path("name").asString()).isEqualTo("区域身份平台");
    }

    @Test
    void who_is_bound_signs_in_and_the_second_factor_is_still_asked_for() {
        Account officer = account(UserType.BANK);
        Authenticator app = new Authenticator(factors.begin(officer).secret());
        factors.confirm(officer, app.now());
        Browser desk = browser();
        desk.signIn(phone, PASSWORD);
        assertThat(desk.post("/api/auth/sign-in/second-factor", "{\"code\":\"%s\"}".formatted(app.code(1)))
                        .status())
                .isEqualTo(200);
        jdbc.sql("update second_factor set last_step = 0 where account_id = ?")
                .param(officer.id())
                .update();
        post(officer, "/quyu/binding", Map.of("password", PASSWORD, "code", app.code(1), "place", "ADMIN"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.continueTo")
                .isEqualTo("/api/auth/sign-in/providers/quyu");
        assertThat(cameBack(desk).location()).isEqualTo("/admin/security?identity=bound");

        Browser browser = browser();
        assertThat(cameBack(browser).location()).isEqualTo("/sign-in?next=SECOND_FACTOR");
        assertThat(browser.authorize().location()).isEqualTo("/sign-in");
        jdbc.sql("update second_factor set last_step = 0 where account_id = ?")
                .param(officer.id())
                .update();
        assertThat(browser.post("/api/auth/sign-in/second-factor", "{\"code\":\"%s\"}".formatted(app.code(1)))
                        .status())
                .isEqualTo(200);
        assertThat(browser.authorize().location()).startsWith("/bff/callback?code=");
    }

    @Test
    void a_phone_that_both_have_proved_binds_and_lets_in() {
        Account owner = account(UserType.ENTERPRISE);
        PROVIDER.knows(person, Map.of("name", "王小二", "phone_number", "+86" + phone, "phone_number_verified", true));
        Browser browser = browser();
        browser.authorize();
        assertThat(cameBack(browser).location()).startsWith("/oauth2/authorize?");
        assertThat(browser.authorize().location()).startsWith("/bff/callback?code=");
        assertThat(events(owner)).containsExactly("区域身份平台 true");
        assertThat(jdbc.sql("select data ->> 'action' from outbox where data ->> 'subjectId' = ? order by seq")
                        .param(owner.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("IDENTITY_BOUND");
    }

    @Test
    void a_phone_that_is_not_proved_on_both_sides_binds_nothing() {
        Account owner = account(UserType.ENTERPRISE);
        PROVIDER.knows(person, Map.of("phone_number", phone, "phone_number_verified", false));
        assertThat(cameBack(browser()).location()).isEqualTo("/sign-in?next=IDENTITY");
        PROVIDER.knows(person, Map.of("phone_number", phone, "phone_number_verified", true));
        jdbc.sql("update account set phone_verified_at = null where id = ?")
                .param(owner.id())
                .update();
        assertThat(cameBack(browser()).location()).isEqualTo("/sign-in?next=IDENTITY");
        assertThat(events(owner)).isEmpty();
    }

    @Test
    void whoever_signs_in_by_a_provider_comes_back_to_the_page_of_their_tab() {
        bound(account(UserType.ENTERPRISE), phone);
        Browser browser = browser();
        browser.authorizeFor("/policies");
        browser.authorizeFor("/m/code");
        String sent = browser.get("/api/auth/sign-in/providers/quyu?continue=/policies?q%3D1")
                .location();
        assertThat(browser.get(answerOf(sent)).location()).isEqualTo("/bff/login?continue=%2Fpolicies%3Fq%3D1");
    }

    @Test
    void a_first_comer_registers_with_what_the_provider_says_of_them() {
        PROVIDER.knows(person, Map.of("name", "李新来", "phone_number", phone, "phone_number_verified", true));
        Browser browser = browser();
        browser.authorize();
        assertThat(cameBack(browser).location()).isEqualTo("/sign-in?next=IDENTITY");
        JsonNode who = browser.get("/api/auth/sign-in/identity").body();
        assertThat(who.path("provider").asString()).isEqualTo("区域身份平台");
        assertThat(who.path("displayName").asString()).isEqualTo("李新来");
        assertThat(who.path("phone").asString()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));

        assertThat(register(browser, "\"userType\":\"BANK\"").code()).isEqualTo("USER_TYPE_CLOSED");
        Browser.Answer in = register(browser, "\"userType\":\"ENTERPRISE\"");
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.body().path("continueTo").asString()).startsWith("/oauth2/authorize?");
        assertThat(browser.authorize().location()).startsWith("/bff/callback?code=");
        Account account = accounts.findByName(phone).orElseThrow();
        assertThat(account.displayName()).isEqualTo("李新来");
        assertThat(account.phoneVerified()).isTrue();

        Browser again = browser();
        assertThat(cameBack(again).location()).startsWith("/bff/login");
        assertThat(again.authorize().location()).startsWith("/bff/callback?code=");
    }

    @Test
    void a_first_comer_without_a_proved_phone_proves_it_by_a_code() {
        Browser browser = browser();
        cameBack(browser);
        assertThat(register(browser, "\"userType\":\"ENTERPRISE\"")
                        .body()
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("phone");
        String code = codeFor(phone, "REGISTRATION");
        assertThat(register(
                                browser,
                                "\"userType\":\"ENTERPRISE\",\"phone\":\"%s\",\"code\":\"%s\""
                                        .formatted(phone, code.equals("000000") ? "000001" : "000000"))
                        .code())
                .isEqualTo("SMS_CODE_WRONG");
        assertThat(register(
                                browser,
                                "\"userType\":\"ENTERPRISE\",\"phone\":\"%s\",\"code\":\"%s\"".formatted(phone, code))
                        .status())
                .isEqualTo(200);
        assertThat(cameBack(browser()).location()).startsWith("/bff/login");
    }

    @Test
    void who_has_an_account_signs_in_and_binds_it_only_if_they_say_so() {
        Account owner = account(UserType.ENTERPRISE);
        Browser browser = browser();
        cameBack(browser);
        browser.signIn(phone, PASSWORD);
        assertThat(events(owner)).as("they have said nothing").isEmpty();
        assertThat(browser.get("/api/auth/sign-in/identity").code()).isEqualTo("SIGN_IN_EXPIRED");

        Browser second = browser();
        cameBack(second);
        String told = beginsToBind(second);
        signIn(second, phone, told);
        assertThat(events(owner)).containsExactly("区域身份平台 true");
        assertThat(cameBack(browser()).location()).startsWith("/bff/login");
        assertThat(browser().post("/api/auth/sign-in/identity/binding", "{}").code())
                .as("whom no provider has sent")
                .isEqualTo("SIGN_IN_EXPIRED");
    }

    @Test
    void whoever_else_signs_in_next_in_the_same_browser_is_not_bound() {
        String strangersPhone = Long.toString(PHONES.incrementAndGet());
        Account stranger = account(UserType.ENTERPRISE, strangersPhone);
        Browser shared = browser();
        cameBack(shared);
        String told = beginsToBind(shared);

        assertThat(shared.signIn(strangersPhone, PASSWORD).status())
                .as("from another page, which was told nothing")
                .isEqualTo(200);
        assertThat(events(stranger)).isEmpty();
        assertThat(cameBack(browser()).location()).as("still nobody's").isEqualTo("/sign-in?next=IDENTITY");

        signIn(shared, strangersPhone, told);
        assertThat(events(stranger)).as("what was begun ended with the sign-in").isEmpty();
    }

    @Test
    void a_session_that_a_stranger_planted_binds_the_stranger_to_nobody() {
        Account victim = account(UserType.ENTERPRISE);
        Browser attacker = browser();
        cameBack(attacker);
        beginsToBind(attacker);
        Browser victims = browser();
        victims.plant(attacker.sessionCookie());

        signIn(victims, phone, "guessed-by-nobody");

        assertThat(events(victim)).isEmpty();
        assertThat(cameBack(browser()).location()).isEqualTo("/sign-in?next=IDENTITY");
    }

    @Test
    void what_a_page_was_told_is_over_when_another_is_told_anew() {
        Account owner = account(UserType.ENTERPRISE);
        Browser browser = browser();
        cameBack(browser);
        String first = beginsToBind(browser);
        beginsToBind(browser);

        signIn(browser, phone, first);

        assertThat(events(owner)).isEmpty();
    }

    private static String beginsToBind(Browser browser) {
        Browser.Answer begun = browser.post("/api/auth/sign-in/identity/binding", "{}");
        assertThat(begun.status()).isEqualTo(200);
        return begun.body().path("binding").asString();
    }

    private static void signIn(Browser browser, String name, String binding) {
        assertThat(browser.post("/api/auth/sign-in", """
                        {"username":"%s","password":"%s","binding":"%s"}""".formatted(name, PASSWORD, binding))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobody_stays_bound_who_was_with_the_password_that_the_owner_then_forgets() {
        Account owner = account(UserType.ENTERPRISE);
        jdbc.sql("update account set phone_verified_at = now() where id = ?")
                .param(owner.id())
                .update();
        bound(owner, phone);
        String code = codeFor(phone, "PASSWORD_RESET");
        assertThat(browser()
                        .post("/api/auth/password-resets", """
                        {"phone":"%s","code":"%s","newPassword":"Anders-gewaehlt8"}""".formatted(phone, code))
                        .status())
                .isEqualTo(204);
        assertThat(cameBack(browser()).location()).isEqualTo("/sign-in?next=IDENTITY");
    }

    @Test
    void a_person_of_the_provider_is_one_account_and_unbinding_frees_them() {
        Account first = account(UserType.ENTERPRISE);
        bound(first, phone);
        String otherPhone = Long.toString(PHONES.incrementAndGet());
        Account other = account(UserType.ENTERPRISE, otherPhone);
        Browser browser = browser();
        browser.signIn(otherPhone, PASSWORD);
        post(other, "/quyu/binding", Map.of("password", PASSWORD, "place", "PORTAL"))
                .expectStatus()
                .isOk();
        assertThat(cameBack(browser).location()).isEqualTo("/center/security?identity=taken");

        as(first)
                .get()
                .uri("/api/auth/identities")
                .exchange()
                .expectBody()
                .jsonPath("$.items[1].provider")
                .isEqualTo("quyu")
                .jsonPath("$.items[1].boundAt")
                .exists();
        post(first, "/quyu/removal", Map.of("password", "wrong")).expectStatus().isBadRequest();
        post(other, "/quyu/removal", Map.of("password", PASSWORD))
                .expectStatus()
                .isNotFound();
        post(first, "/quyu/removal", Map.of("password", PASSWORD))
                .expectStatus()
                .isNoContent();
        assertThat(cameBack(browser()).location()).isEqualTo("/sign-in?next=IDENTITY");
        assertThat(events(first)).containsExactly("区域身份平台 true", "区域身份平台 false");
        post(first, "/unknown/binding", Map.of("password", PASSWORD, "place", "PORTAL"))
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IDENTITY_PROVIDER_UNKNOWN");
    }

    @Test
    void nobody_is_bound_who_did_not_begin_it_with_the_password() {
        Account owner = account(UserType.ENTERPRISE);
        Browser lured = browser();
        lured.signIn(phone, PASSWORD);
        assertThat(cameBack(lured).location()).isEqualTo("/sign-in?next=IDENTITY");
        post(owner, "/quyu/binding", Map.of("password", "wrong", "place", "PORTAL"))
                .expectStatus()
                .isBadRequest();
        assertThat(cameBack(lured).location()).isEqualTo("/sign-in?next=IDENTITY");
        assertThat(events(owner)).isEmpty();
    }

    @Test
    void a_disabled_account_stays_out() {
        Account owner = account(UserType.ENTERPRISE);
        bound(owner, phone);
        jdbc.sql("update account set enabled = false where id = ?")
                .param(owner.id())
                .update();
        Browser browser = browser();
        assertThat(cameBack(browser).location()).isEqualTo("/sign-in?error=ACCOUNT_DISABLED");
        assertThat(browser.authorize().location()).isEqualTo("/sign-in");
    }

    @Test
    void a_changed_token_lets_nobody_in() {
        bound(account(UserType.ENTERPRISE), phone);
        PROVIDER.tamper(true);
        assertThat(cameBack(browser()).location()).isEqualTo("/sign-in?error=PROVIDER_FAILED");
        PROVIDER.tamper(false);
        assertThat(cameBack(browser()).location()).startsWith("/bff/login");
    }

    @Test
    void an_answer_for_another_browser_another_state_or_another_nonce_lets_nobody_in() {
        bound(account(UserType.ENTERPRISE), phone);
        Browser victim = browser();
        String answer = answerOf(begun(victim));
        assertThat(browser().get(answer).location()).isEqualTo("/sign-in?error=PROVIDER_FAILED");
        assertThat(victim.get(answer.replaceAll("state=[^&]*", "state=another")).location())
                .isEqualTo("/sign-in?error=PROVIDER_FAILED");

        Browser other = browser();
        String request = begun(other).replaceAll("nonce=[^&]*", "nonce=another");
        assertThat(other.get(answerOf(request)).location()).isEqualTo("/sign-in?error=PROVIDER_FAILED");

        Browser twice = browser();
        String once = answerOf(begun(twice));
        assertThat(twice.get(once).location()).startsWith("/bff/login");
        assertThat(twice.get(once).location()).as("the same again").isEqualTo("/sign-in?error=PROVIDER_FAILED");
    }

    @Test
    void whoever_cancels_or_finds_the_provider_down_is_told_on_the_sign_in_page() {
        Browser browser = browser();
        String state = begun(browser).replaceAll(".*[?&]state=([^&]*).*", "$1");
        assertThat(browser.get("/api/auth/sign-in/providers/quyu/callback?error=access_denied&state=" + state)
                        .location())
                .isEqualTo("/sign-in?error=PROVIDER_FAILED");
        assertThat(browser.get("/api/auth/sign-in/providers/down").location())
                .isEqualTo("/sign-in?error=PROVIDER_FAILED");
        assertThat(browser.get("/api/auth/sign-in/providers/unknown").location())
                .isEqualTo("/sign-in?error=PROVIDER_FAILED");
    }

    @Test
    void neither_the_provider_s_name_for_a_person_nor_its_tokens_are_kept() {
        bound(account(UserType.ENTERPRISE), phone);
        assertThat(jdbc.sql("select row_to_json(i)::text from outside_identity i")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(person));
        assertThat(jdbc.sql("select count(*) from oauth2_authorization where registered_client_id = ?")
                        .param("quyu")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void bound(Account account, String number) {
        Browser browser = browser();
        browser.signIn(number, PASSWORD);
        post(account, "/quyu/binding", Map.of("password", PASSWORD, "place", "PORTAL"))
                .expectStatus()
                .isOk();
        assertThat(cameBack(browser).location()).isEqualTo("/center/security?identity=bound");
    }

    /** The whole way: to the provider, where the person signs in, and back. */
    private Browser.Answer cameBack(Browser browser) {
        return browser.get(answerOf(begun(browser)));
    }

    /** @return where the browser is sent */
    private static String begun(Browser browser) {
        Browser.Answer answer = browser.get("/api/auth/sign-in/providers/quyu");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).startsWith(PROVIDER.issuer() + "/oauth2/authorize?");
        return answer.location();
    }

    /** @return the callback that the provider sends the browser to, as this service gets it */
    private String answerOf(String request) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(request))
                            .header("Authorization", IdentityProvider.basic(person))
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            URI callback = URI.create(answer.headers().firstValue("Location").orElseThrow());
            assertThat(callback.getAuthority()).as("the configured address").isEqualTo("localhost:8080");
            return callback.getPath() + "?" + callback.getRawQuery();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Browser.Answer register(Browser browser, String fields) {
        return browser.post(
                "/api/auth/sign-in/identity/registration",
                "{%s,\"displayName\":\"李新来\",\"channel\":\"PC\",\"agreed\":true}".formatted(fields));
    }

    private Account account(UserType type) {
        return account(type, phone);
    }

    private Account account(UserType type, String number) {
        Account account = Somebody.of(type, number, passwords.hash(PASSWORD));
        assertThat(accounts.open(account)).isTrue();
        return account;
    }

    private List<String> events(Account account) {
        return jdbc.sql(
                        "select data ->> 'provider' || ' ' || (data ->> 'bound') from outbox where type = 'auth.OutsideIdentityChanged' and data ->> 'accountId' = ? order by seq")
                .param(account.id().toString())
                .query(String.class)
                .list();
    }

    private RestTestClient as(Account account) {
        return client.as(new CurrentUser(
                account.id(), account.displayName(), account.userType(), null, null, null, null, Set.of(), Set.of()));
    }

    private ResponseSpec post(Account account, String path, Map<String, ?> body) {
        return as(account)
                .post()
                .uri("/api/auth/identities" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
