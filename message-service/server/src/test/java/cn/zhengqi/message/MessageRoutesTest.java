package cn.zhengqi.message;

import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.testing.RouteSecurityTest;

@MessageServiceTest
class MessageRoutesTest extends RouteSecurityTest {}
