package cn.zhengqi.policy;

import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.Strangers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class PolicyRoutesTest extends RouteSecurityTest {

    @Override
    protected Map<String, String> needsNoKey() {
        return Map.of(
                "POST /api/policy/manage/criteria/preview", "reads: says what is wrong with a tree, or tells it",
                "POST /api/policy/manage/drafts", "a code is taken once: asked again, POLICY_CODE_TAKEN",
                "POST /api/policy/manage/drafts/of/{policyId}",
                        "a policy has one open draft: asked again, DRAFT_OPEN_ALREADY leads to it");
    }

    @Override
    protected Map<String, String> asksAnotherService() {
        return Map.of(
                "POST /api/policy/manage/criteria/preview",
                "matching-service tells a tree in the words of its answers");
    }

    @Test
    void no_stranger_comes_by_any_route_with_an_id(@Autowired Strangers strangers) {
        String all = "a policy has no department that owns it: who manages the library manages all of it";
        strangers
                .toward()
                .open("POST /api/policy/manage/policies/{id}/publish", all)
                .open("POST /api/policy/manage/policies/{id}/withdraw", all)
                .open("GET /api/policy/manage/drafts/{id}", all)
                .open("PUT /api/policy/manage/drafts/{id}", all)
                .open("DELETE /api/policy/manage/drafts/{id}", all)
                .open("POST /api/policy/manage/drafts/of/{policyId}", all)
                .open("POST /api/policy/manage/drafts/{id}/submit", all)
                .open("POST /api/policy/manage/drafts/{id}/publish", all)
                .open("POST /api/policy/manage/drafts/{id}/return", all)
                .areTurnedAway();
    }
}
