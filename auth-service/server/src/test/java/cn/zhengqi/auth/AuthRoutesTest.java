package cn.zhengqi.auth;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.events.Rebuild;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class AuthRoutesTest extends RouteSecurityTest {

    private static final AtomicLong PHONES = new AtomicLong(13460000000L);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataProtection protection;

    @Override
    protected @Nullable There there(String pattern, String... permissions) {
        if (!pattern.matches("/api/auth/openapi/(my/)?keys/\\{id}/.*")) {
            return null;
        }
        CurrentUser owner = TestUsers.ofBank(Ids.next(), permissions);
        CurrentUser asking = pattern.contains("/my/") ? owner : TestUsers.operator(permissions);
        return new There(asking, pattern.replace("{id}", aKeyWithWebhook(owner).toString()));
    }

    private UUID aKeyWithWebhook(CurrentUser owner) {
        UUID key = Ids.next();
        String phone = Long.toString(PHONES.incrementAndGet());
        jdbc.sql("""
                        insert into account (id, user_type, phone, phone_index, display_name, password_hash, channel, registered_at)
                        values (?, 'BANK', ?, ?, '测试客户经理', '{noop}x', 'PC', now())""")
                .params(
                        owner.accountId(),
                        protection.column("account", "phone").seal(phone),
                        protection.column("account", "phone").index(phone))
                .update();
        jdbc.sql("""
                        insert into openapi_key (id, key_id, status, environment, owner_kind, owner_id, owner_name, applicant_id,
                          applicant_name, system_name, purpose, contact_name, contact_phone, scopes, addresses, per_minute, per_day,
                          applied_at, expires_at, secret)
                        values (?, ?, 'ACTIVE', 'LIVE', 'INSTITUTION', ?, '测试银行', ?, '测试客户经理', '信贷系统', '用途', '张三', ?,
                          '{applications.handle}', '{203.0.113.9}', 1, 1, now(), now() + interval '1 year', 'x')""")
                .params(
                        key,
                        "zqk_" + key,
                        Objects.requireNonNull(owner.institutionId()),
                        owner.accountId(),
                        protection.column("openapi_key", "contact_phone").seal("023-66223344"))
                .update();
        jdbc.sql("""
                        insert into webhook (id, key, url, events, secret, created_at)
                        values (?, ?, 'https://hook.example.cn/zq', '{API_KEY_EXPIRING}', 'x', now())""").params(Ids.next(), key).update();
        return key;
    }

    /** Marks for the gateway: a mark is of use for minutes. Webhooks: who was told of a fact is not told again. Keys are
     * this service's own. */
    @Test
    void nothing_that_is_done_on_hearing_of_facts_has_to_be_made_anew(@Autowired Rebuild rebuilds) {
        assertThat(rebuilds.handlers())
                .containsExactlyInAnyOrder(
                        "AuthorityMarks.AccountStatusChanged",
                        "AuthorityMarks.MemberJoined",
                        "AuthorityMarks.MemberLeft",
                        "AuthorityMarks.RolePermissionsChanged",
                        "AuthorityMarks.SignInsChanged",
                        "keys-of-nobody",
                        "names-of-key-owners",
                        "webhooks");
    }

    @Override
    protected Map<String, String> needsNoKey() {
        String end = "ends what may have ended already";
        String begins = "begins anew what was begun: the newest counts and nothing is done yet";
        String gone = "takes away what may be gone already";
        String secret = "hands out a secret that is kept nowhere, not for a repeat either: the newest counts";
        String once = "uses a secret up that is good once: the second request is refused and changes nothing";
        String signs = "signs in the browser, whose cookie an answer that was kept could not set";
        return Map.ofEntries(
                entry("POST /api/auth/devices/sign-out-others", end),
                entry("POST /api/auth/devices/{id}/sign-out", end),
                entry("POST /api/auth/sign-out", end),
                entry("POST /api/auth/identities/{provider}/binding", begins),
                entry("POST /api/auth/sign-in/identity/binding", begins),
                entry("POST /api/auth/passkeys/registration", begins),
                entry("POST /api/auth/sign-in/passkey/challenge", begins),
                entry("POST /api/auth/second-factor/enrolment", begins),
                entry("POST /api/auth/sign-in/enrolment", begins),
                entry("POST /api/auth/identities/{provider}/removal", gone),
                entry("POST /api/auth/passkeys/{id}/removal", gone),
                entry("POST /api/auth/second-factor/removal", gone),
                entry("POST /api/auth/wechat/binding/removal", gone),
                entry("POST /api/auth/wechat/events", "an event counts once"),
                entry("POST /api/auth/me/closure", gone),
                entry("POST /api/auth/me/data", "reads: the password is no part of an address"),
                entry("POST /api/auth/apps/{id}/secret", secret),
                entry("POST /api/auth/my/apps/{id}/withdrawal", gone),
                entry("POST /api/auth/sign-in/consent", once),
                entry("POST /api/auth/openapi/my/keys/{id}/draw", secret),
                entry("POST /api/auth/openapi/my/keys/{id}/rotate", secret),
                entry("POST /api/auth/openapi/my/keys/{id}/webhook/rotate", secret),
                entry("POST /api/auth/second-factor/recovery-codes", secret),
                entry("POST /api/auth/second-factor/confirmation", secret),
                entry("POST /api/auth/sign-in/enrolment/confirmation", secret),
                entry(
                        "POST /api/auth/passkeys",
                        "answers a challenge that is good once: a second key of the same answer is refused"),
                entry("POST /api/auth/password-links", once),
                entry("POST /api/auth/password-links/check", "reads: the secret is no part of an address"),
                entry("POST /api/auth/password-resets", once),
                entry("POST /api/auth/sms-codes", "one message a minute to a phone, which the second request is told"),
                entry(
                        "POST /api/auth/phone/codes",
                        "one message a minute to a phone, which the second request is told"),
                entry("POST /api/auth/sign-in", signs),
                entry("POST /api/auth/sign-in/sms", signs),
                entry("POST /api/auth/sign-in/passkey", signs),
                entry("POST /api/auth/sign-in/second-factor", signs),
                entry("POST /api/auth/sign-in/wechat/binding", signs),
                entry("POST /api/auth/sign-in/wechat/binding/password", signs),
                entry("POST /api/auth/sign-in/identity/registration", signs));
    }
}
