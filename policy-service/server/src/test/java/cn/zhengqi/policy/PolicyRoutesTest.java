package cn.zhengqi.policy;

import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest
class PolicyRoutesTest extends RouteSecurityTest {}
