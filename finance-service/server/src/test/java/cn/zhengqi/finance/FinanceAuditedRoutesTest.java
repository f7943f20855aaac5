package cn.zhengqi.finance;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class FinanceAuditedRoutesTest extends AuditedRoutesTest {

    FinanceAuditedRoutesTest() {
        super("finance", Map.of("POST /internal/finance/rebuild", "makes a copy anew from events that are on record"));
    }
}
