package cn.zhengqi.policy;

import cn.zhengqi.testing.RetentionTest;
import cn.zhengqi.testing.ServiceTest;
import java.util.List;
import java.util.Map;

@ServiceTest
class PolicyRetentionTest extends RetentionTest {

    @Override
    protected Map<String, List<Kept>> kept() {
        return Map.of();
    }

    @Override
    protected Map<String, String> ownJobs() {
        return Map.of("policy.unused-file", "cn.zhengqi.policy.declaration.DeclarationFiles.removeUnused");
    }
}
