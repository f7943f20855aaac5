package cn.zhengqi.user;

import static java.util.Map.entry;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class UserAuditedRoutesTest extends AuditedRoutesTest {

    private static final String RECORDED_THERE =
            "auth-service does it and records who asked, in the transaction of the change (ManagedAccountsTest)";

    UserAuditedRoutesTest() {
        super(
                "user",
                Map.ofEntries(
                        entry("POST /internal/user/rebuild", "makes a copy anew from events that are on record"),
                        entry("POST /internal/promises/moved", "a question"),
                        entry("POST /internal/principals/affiliations", "a question that is too long for an address"),
                        entry("POST /api/user/my/invitation-link", "a question whose secret is no part of an address"),
                        entry(
                                "POST /api/user/reference-data/{kind}/import/check",
                                "says what a file would do and writes nothing"),
                        entry("PUT /api/user/staff/{id}", RECORDED_THERE),
                        entry("POST /api/user/staff/{id}/password-link", RECORDED_THERE),
                        entry("POST /api/user/staff/{id}/second-factor-removal", RECORDED_THERE),
                        entry("POST /api/user/staff/{id}/enable", RECORDED_THERE),
                        entry("POST /api/user/staff/{id}/disable", RECORDED_THERE),
                        entry("POST /api/user/enterprise-accounts", RECORDED_THERE),
                        entry("PUT /api/user/enterprise-accounts/{id}", RECORDED_THERE),
                        entry("POST /api/user/enterprise-accounts/{id}/password-link", RECORDED_THERE),
                        entry("POST /api/user/enterprise-accounts/{id}/second-factor-removal", RECORDED_THERE),
                        entry("POST /api/user/enterprise-accounts/{id}/enable", RECORDED_THERE),
                        entry("POST /api/user/enterprise-accounts/{id}/disable", RECORDED_THERE)));
    }
}
