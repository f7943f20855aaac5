package cn.zhengqi.policy;

import cn.zhengqi.testing.OpenApiContractTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest
class PolicyOpenApiTest extends OpenApiContractTest {}
