package cn.zhengqi.stats;

import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest(events = true)
class StatsRoutesTest extends RouteSecurityTest {}
