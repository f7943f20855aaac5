package cn.zhengqi.matching;

import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest
class MatchingRoutesTest extends RouteSecurityTest {}
