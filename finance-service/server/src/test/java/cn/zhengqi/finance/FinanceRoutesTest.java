package cn.zhengqi.finance;

import static java.util.Map.entry;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;

@ServiceTest
class FinanceRoutesTest extends RouteSecurityTest {

    @Override
    protected Map<String, String> asksAnotherService() {
        return Map.of(
                "POST /api/finance/my/applications",
                "user-service says which purposes there are",
                "GET /api/finance/assignees",
                "user-service says who works for a bank");
    }

    @Override
    protected Map<String, String> needsNoKey() {
        return Map.ofEntries(
                entry("POST /api/finance/applications/{id}/reveal", "each look is on record, the repeated one too"),
                entry("POST /api/finance/answer-checks", "changes nothing"),
                entry(
                        "POST /api/finance/manage/product-entries/conditions/preview",
                        "reads: says what is wrong with a tree, or tells it"));
    }

    /** Files of applications are an enterprise's. */
    @Override
    protected CurrentUser handsIn(String... permissions) {
        return List.of(permissions).contains(FinancePermissions.APPLY)
                ? TestUsers.ofEnterprise(Ids.next(), permissions)
                : super.handsIn(permissions);
    }
}
