package cn.zhengqi.policy;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class PolicyAuditedRoutesTest extends AuditedRoutesTest {

    PolicyAuditedRoutesTest() {
        super(
                "policy",
                Map.of(
                        "POST /api/policy/manage/criteria/preview",
                        "reads; changes nothing",
                        "PUT /api/policy/my/declarations/{id}/draft",
                        "a page saves by itself as somebody types; begun, handed in, withdrawn and deleted are on record"));
    }
}
