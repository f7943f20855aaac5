package cn.zhengqi.message;

import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.testing.OpenApiContractTest;

@MessageServiceTest
class MessageOpenApiTest extends OpenApiContractTest {}
