package cn.zhengqi.stats;

import cn.zhengqi.stats.reconciliation.StatsServiceTest;
import cn.zhengqi.testing.RetentionTest;
import java.util.List;
import java.util.Map;

@StatsServiceTest
class StatsRetentionTest extends RetentionTest {

    @Override
    protected Map<String, List<Kept>> kept() {
        return Map.of();
    }
}
