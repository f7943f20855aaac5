package cn.zhengqi.stats;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class StatsAuditedRoutesTest extends AuditedRoutesTest {

    StatsAuditedRoutesTest() {
        super("stats", Map.of("POST /internal/stats/rebuild", "makes a copy anew from events that are on record"));
    }
}
