package cn.zhengqi.policy;

import cn.zhengqi.testing.OpenApiContractTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest(properties = "zhengqi.files-dir=target/test-files")
class PolicyOpenApiTest extends OpenApiContractTest {}
