package cn.zhengqi.policy;

import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.Strangers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class PolicyRoutesTest extends RouteSecurityTest {

    @Test
    void no_stranger_comes_by_any_route_with_an_id(@Autowired Strangers strangers) {
        String all = "a policy has no department that owns it: who manages the library manages all of it";
        strangers
                .toward()
                .open("POST /api/policy/manage/policies/{id}/publish", all)
                .open("POST /api/policy/manage/policies/{id}/withdraw", all)
                .areTurnedAway();
    }
}
