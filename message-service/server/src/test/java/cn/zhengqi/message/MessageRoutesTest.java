package cn.zhengqi.message;

import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest(events = true)
class MessageRoutesTest extends RouteSecurityTest {}
