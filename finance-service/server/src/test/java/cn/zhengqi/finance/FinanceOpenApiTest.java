package cn.zhengqi.finance;

import cn.zhengqi.testing.OpenApiContractTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest
class FinanceOpenApiTest extends OpenApiContractTest {}
