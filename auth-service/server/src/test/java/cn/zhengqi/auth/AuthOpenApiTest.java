package cn.zhengqi.auth;

import cn.zhengqi.testing.OpenApiContractTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest
class AuthOpenApiTest extends OpenApiContractTest {}
