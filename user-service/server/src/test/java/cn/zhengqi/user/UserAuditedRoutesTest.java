package cn.zhengqi.user;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class UserAuditedRoutesTest extends AuditedRoutesTest {

    UserAuditedRoutesTest() {
        super(
                "user",
                Map.of(
                        "POST /internal/user/rebuild",
                        "makes a copy anew from events that are on record",
                        "POST /internal/principals/affiliations",
                        "a question that is too long for an address",
                        "POST /api/user/my/invitation-link",
                        "a question whose secret is no part of an address",
                        "POST /api/user/reference-data/{kind}/import/check",
                        "says what a file would do and writes nothing"));
    }
}
