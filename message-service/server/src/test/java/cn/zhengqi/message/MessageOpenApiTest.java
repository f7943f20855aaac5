package cn.zhengqi.message;

import cn.zhengqi.testing.OpenApiContractTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest(events = true)
class MessageOpenApiTest extends OpenApiContractTest {}
