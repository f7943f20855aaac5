package cn.zhengqi.stats;

import cn.zhengqi.testing.OpenApiContractTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest(events = true)
class StatsOpenApiTest extends OpenApiContractTest {}
