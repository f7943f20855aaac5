package cn.zhengqi.ops;

import cn.zhengqi.testing.RetentionTest;
import java.util.List;
import java.util.Map;

@OpsServiceTest
class OpsRetentionTest extends RetentionTest {

    @Override
    protected Map<String, List<Kept>> kept() {
        return Map.of();
    }

    @Override
    protected Map<String, String> ownJobs() {
        return Map.of(
                "ops.operation-log",
                "cn.zhengqi.ops.audit.Retention.nightly",
                "ops.sign-in-log",
                "cn.zhengqi.ops.audit.Retention.nightly");
    }
}
