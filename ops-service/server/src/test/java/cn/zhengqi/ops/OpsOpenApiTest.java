package cn.zhengqi.ops;

import cn.zhengqi.testing.OpenApiContractTest;

@OpsServiceTest
class OpsOpenApiTest extends OpenApiContractTest {}
