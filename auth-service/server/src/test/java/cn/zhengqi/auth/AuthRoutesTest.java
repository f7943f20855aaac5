package cn.zhengqi.auth;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.events.Rebuild;
import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class AuthRoutesTest extends RouteSecurityTest {

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
                        "keys-of-nobody",
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
