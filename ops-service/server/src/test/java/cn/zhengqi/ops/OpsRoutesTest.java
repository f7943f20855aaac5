package cn.zhengqi.ops;

import cn.zhengqi.testing.RouteSecurityTest;

@OpsServiceTest
class OpsRoutesTest extends RouteSecurityTest {}
