package cn.zhengqi.auth;

import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest
class AuthRoutesTest extends RouteSecurityTest {}
