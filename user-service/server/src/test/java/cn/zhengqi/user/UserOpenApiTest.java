package cn.zhengqi.user;

import cn.zhengqi.testing.OpenApiContractTest;
import cn.zhengqi.testing.ServiceTest;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest
@ActiveProfiles("test")
class UserOpenApiTest extends OpenApiContractTest {}
