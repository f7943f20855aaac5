package cn.zhengqi.auth.phone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.Somebody;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.auth.api.InternalAccounts.FormerPhone;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestTokens;
import cn.zhengqi.web.CurrentUser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class PhoneChangeTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final AtomicLong PHONES = new AtomicLong(13580000000L);

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Autowired
    private FormerPhones formerPhones;

    @Autowired
    private TransactionTemplate transaction;

    private final String phone = next();
    private final String fresh = next();
    private Account owner;
    private Browser here;
    private String token;

    @BeforeEach
    void owner_is_signed_in() throws ParseException {
        owner = account(phone);
        here = browser();
        String real = signedIn(here).path("access_token").asString();
        CurrentUser user = new CurrentUser(
                owner.id(), owner.displayName(), owner.userType(), null, null, null, null, Set.of(), Set.of());
        token = TestTokens.of(
                user, UUID.fromString(SignedJWT.parse(real).getJWTClaimsSet().getStringClaim("sid")));
    }

    @Test
    void the_owner_proves_the_account_by_the_password_and_the_new_phone_by_a_code() {
        Browser elsewhere = browser();
        String refresh = signedIn(elsewhere).path("refresh_token").asString();
        String code = codeTo(fresh);
        change(Map.of("password", PASSWORD, "phone", fresh, "code", code))
                .expectStatus()
                .isNoContent();

        assertThat(accounts.get(owner.id()).phone()).isEqualTo(fresh);
        assertThat(formerPhone())
                .as("who hears of the change is told the old phone, to tell it")
                .isEqualTo(new FormerPhone(phone, fresh.substring(7)));
        assertThat(here.authorize().location()).as("this device goes on").startsWith("/bff/callback?code=");
        assertThat(elsewhere.authorize().location()).isEqualTo("/sign-in");
        assertThat(elsewhere.refresh(refresh).status())
                .as("another device is out")
                .isEqualTo(400);
        assertThat(browser().signIn(phone, PASSWORD).code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(browser().signIn(fresh, PASSWORD).status()).isEqualTo(200);
        assertThat(jdbc.sql("select type from outbox where data ->> 'accountId' = ? order by seq")
                        .param(owner.id().toString())
                        .query(String.class)
                        .list())
                .contains("auth.PhoneChanged");
        assertThat(jdbc.sql(
                                "select data::text from outbox where data ->> 'action' = 'PHONE_CHANGED' and data ->> 'subjectId' = ?")
                        .param(owner.id().toString())
                        .query(String.class)
                        .single())
                .as("on record, covered")
                .contains("****")
                .doesNotContain(phone)
                .doesNotContain(fresh);
    }

    @Test
    void the_old_phone_lies_encrypted_stands_in_no_event_and_goes_with_the_account() {
        change(Map.of("password", PASSWORD, "phone", fresh, "code", codeTo(fresh)))
                .expectStatus()
                .isNoContent();
        assertThat(jdbc.sql("select phone from former_phone where account_id = ?")
                        .param(owner.id())
                        .query(String.class)
                        .single())
                .startsWith("sm4:");
        assertThat(jdbc.sql("select data::text from outbox where type = 'auth.PhoneChanged' and subject = ?")
                        .param(owner.id())
                        .query(String.class)
                        .single())
                .doesNotContain(phone)
                .doesNotContain(fresh);

        transaction.executeWithoutResult(status -> formerPhones.forget(owner.id()));
        assertThat(formerPhone()).isEqualTo(new FormerPhone(null, null));
    }

    /** As message-service asks for it, by what the event says. */
    private FormerPhone formerPhone() {
        long version = jdbc.sql("select version from outbox where type = 'auth.PhoneChanged' and subject = ?")
                .param(owner.id())
                .query(Long.class)
                .single();
        return client.asService("message-service")
                .get()
                .uri("/internal/accounts/{id}/former-phones/{version}", owner.id(), version)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(FormerPhone.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void who_has_no_password_proves_the_account_by_a_code_to_the_old_phone() {
        String oldCode = codeTo(null);
        String code = codeTo(fresh);
        change(Map.of("oldCode", code, "phone", fresh, "code", code))
                .expectStatus()
                .isBadRequest();
        change(Map.of("oldCode", oldCode, "phone", fresh, "code", code))
                .expectStatus()
                .isNoContent();
        assertThat(accounts.get(owner.id()).phone()).isEqualTo(fresh);
    }

    @Test
    void whoever_does_not_prove_the_account_changes_nothing_and_uses_up_no_code() {
        String code = codeTo(fresh);
        for (Map<String, String> without : List.of(Map.<String, String>of(), Map.of("password", "wrong"))) {
            Map<String, String> body = new HashMap<>(without);
            body.putAll(Map.of("phone", fresh, "code", code));
            change(body)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("password");
        }
        assertThat(accounts.get(owner.id()).phone()).isEqualTo(phone);
        change(Map.of("password", PASSWORD, "phone", fresh, "code", code))
                .expectStatus()
                .isNoContent();
    }

    @Test
    void a_code_for_another_phone_or_another_purpose_proves_nothing() {
        String forOther = codeTo(next());
        String registration = codeFor(fresh, "REGISTRATION");
        for (String wrong : List.of(forOther, registration)) {
            change(Map.of("password", PASSWORD, "phone", fresh, "code", wrong))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("SMS_CODE_WRONG")
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("code");
        }
        assertThat(accounts.get(owner.id()).phone()).isEqualTo(phone);
    }

    @Test
    void that_the_phone_is_another_s_hears_only_who_has_it() {
        account(fresh);
        change(Map.of("password", PASSWORD, "phone", fresh, "code", "000000"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SMS_CODE_WRONG");
        String code = codeTo(fresh);
        change(Map.of("password", PASSWORD, "phone", fresh, "code", code))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PHONE_TAKEN")
                .jsonPath("$.errors[0].field")
                .isEqualTo("phone");
        assertThat(accounts.get(owner.id()).phone()).isEqualTo(phone);
        assertThat(here.authorize().location()).startsWith("/bff/callback?code=");
    }

    @Test
    void an_account_has_ten_codes_a_day_sent_however_many_phones_it_names_and_from_wherever() {
        jdbc.sql("delete from sms_code").update();
        for (int i = 0; i < 10; i++) {
            ask(next()).expectStatus().isAccepted();
            jdbc.sql("update sms_code set address = 'elsewhere' || ?").param(i).update();
        }

        ask(next())
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.retryAfterSeconds")
                .value(Integer.class, seconds -> assertThat(seconds).isGreaterThan(3600));
        token = TestTokens.of(
                new CurrentUser(Ids.next(), "别人", UserType.ENTERPRISE, null, null, null, null, Set.of(), Set.of()),
                Ids.next());
        ask(next()).expectStatus().isAccepted();
        jdbc.sql("delete from sms_code").update();
    }

    private ResponseSpec ask(String number) {
        return rest().post()
                .uri("/api/auth/phone/codes")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("phone", number))
                .exchange();
    }

    @Test
    void the_same_phone_and_what_is_none_are_refused() {
        change(Map.of("password", PASSWORD, "phone", phone, "code", "000000"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PHONE_UNCHANGED");
        change(Map.of("password", PASSWORD, "phone", "12345", "code", "000000"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void guessing_the_code_locks_like_guessing_the_password() {
        for (int i = 0; i < 4; i++) {
            change(Map.of("password", PASSWORD, "phone", fresh, "code", "00000" + i))
                    .expectStatus()
                    .isBadRequest();
        }
        change(Map.of("password", PASSWORD, "phone", fresh, "code", "111111"))
                .expectStatus()
                .isEqualTo(423);
    }

    private static String next() {
        return Long.toString(PHONES.incrementAndGet());
    }

    private JsonNode signedIn(Browser browser) {
        assertThat(browser.signIn(phone, PASSWORD).status()).isEqualTo(200);
        String callback = browser.authorize().location();
        return browser.exchangeCode(callback.replaceAll(".*code=([^&]*).*", "$1"))
                .body();
    }

    /** @param to null: to the phone that the account has */
    private String codeTo(String to) {
        jdbc.sql("delete from sms_code where phone_index = ?")
                .param(codeIndexOf(to == null ? phone : to))
                .update();
        rest().post()
                .uri("/api/auth/phone/codes")
                .contentType(MediaType.APPLICATION_JSON)
                .body(to == null ? Map.of() : Map.of("phone", to))
                .exchange()
                .expectStatus()
                .isAccepted();
        return sentCodes(to == null ? phone : to, 1).getLast();
    }

    private ResponseSpec change(Map<String, String> body) {
        return rest().put()
                .uri("/api/auth/phone")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient rest() {
        return client.withToken(token);
    }

    private Account account(String number) {
        Account account = Somebody.of(UserType.ENTERPRISE, number, passwords.hash(PASSWORD));
        assertThat(accounts.open(account)).isTrue();
        return account;
    }
}
