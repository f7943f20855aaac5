package cn.zhengqi.policy;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.Map;

@ServiceTest(properties = "zhengqi.files-dir=target/test-files")
class PolicyRoutesTest extends RouteSecurityTest {

    @Override
    protected Map<String, String> asksAnotherService() {
        return Map.of(
                "POST /api/policy/my/declarations", "user-service says who the enterprise is",
                "GET /api/policy/my/projects/{id}/eligibility", "matching-service says how the enterprise stands");
    }

    /** Files of declarations are an enterprise's. */
    @Override
    protected CurrentUser handsIn(String... permissions) {
        return TestUsers.ofEnterprise(Ids.next(), permissions);
    }
}
