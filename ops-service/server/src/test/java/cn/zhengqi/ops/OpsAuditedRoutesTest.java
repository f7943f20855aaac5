package cn.zhengqi.ops;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class OpsAuditedRoutesTest extends AuditedRoutesTest {

    OpsAuditedRoutesTest() {
        super("ops", Map.of());
    }
}
