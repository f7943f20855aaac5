package cn.zhengqi.finance;

import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest
class FinanceRoutesTest extends RouteSecurityTest {}
