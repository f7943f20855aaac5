package cn.zhengqi.policy;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class PolicyAuditedRoutesTest extends AuditedRoutesTest {

    PolicyAuditedRoutesTest() {
        super("policy", Map.of("POST /api/policy/manage/criteria/preview", "reads; changes nothing"));
    }
}
