package cn.zhengqi.finance;

import cn.zhengqi.testing.RetentionTest;
import cn.zhengqi.testing.ServiceTest;
import java.util.List;
import java.util.Map;

@ServiceTest
class FinanceRetentionTest extends RetentionTest {

    @Override
    protected Map<String, List<Kept>> kept() {
        return Map.of();
    }
}
