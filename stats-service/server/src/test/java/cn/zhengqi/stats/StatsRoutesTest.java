package cn.zhengqi.stats;

import cn.zhengqi.stats.reconciliation.StatsServiceTest;
import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.Strangers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StatsServiceTest
class StatsRoutesTest extends RouteSecurityTest {

    @Test
    void no_stranger_comes_by_any_route_with_an_id(@Autowired Strangers strangers) {
        strangers.areTurnedAway();
    }
}
