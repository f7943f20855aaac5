package cn.zhengqi.auth;

import static java.util.Map.entry;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class AuthAuditedRoutesTest extends AuditedRoutesTest {

    private static final String NOTHING_YET =
            "shows a secret that is asked for only when it was confirmed, which is recorded";

    AuthAuditedRoutesTest() {
        super(
                "auth",
                Map.ofEntries(
                        entry("POST /api/auth/sms-codes", "a message to a phone, which the log of pushes has"),
                        entry("POST /api/auth/sign-in/enrolment", NOTHING_YET),
                        entry("POST /api/auth/second-factor/enrolment", NOTHING_YET),
                        entry("POST /api/auth/sign-in/passkey/challenge", "asks something, changes no data"),
                        entry(
                                "POST /api/auth/sign-in/identity/binding",
                                "says what the sign-in is to do, which records it"),
                        entry(
                                "POST /api/auth/identities/{provider}/binding",
                                "sends to the provider; who comes back is recorded"),
                        entry("POST /api/auth/phone/codes", "a message to a phone, which the log of pushes has"),
                        entry("POST /api/auth/passkeys/registration", "asks something; what is added is recorded"),
                        entry("POST /api/auth/sign-out", "ends a session, changes no data"),
                        entry("POST /internal/wechat/bound", "a question"),
                        entry("POST /internal/reach", "a question"),
                        entry("POST /internal/sign-in-names/index", "a question"),
                        entry("POST /internal/accounts/phone-owner", "a question"),
                        entry("POST /internal/accounts/{id}/proof", "a question"),
                        entry("POST /api/auth/password-links/check", "asks something, changes no data"),
                        entry("POST /internal/wechat/notes", "a message, which the log of pushes has"),
                        entry("POST /internal/wechat/subscription-notes", "a message, which the log of pushes has"),
                        entry("POST /api/auth/wechat/events", "what WeChat tells of its user, who decided it there"),
                        entry("POST /internal/openapi/calls", "is itself a record, of calls")));
    }
}
