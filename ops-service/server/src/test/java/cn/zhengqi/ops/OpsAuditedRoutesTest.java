package cn.zhengqi.ops;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class OpsAuditedRoutesTest extends AuditedRoutesTest {

    OpsAuditedRoutesTest() {
        super(
                "ops",
                Map.of(
                        "POST /internal/ops/rebuild",
                        "makes a copy anew from events that are on record",
                        "POST /internal/promises/moved",
                        "a question"));
    }
}
