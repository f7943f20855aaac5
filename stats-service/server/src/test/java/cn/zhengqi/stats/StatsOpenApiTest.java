package cn.zhengqi.stats;

import cn.zhengqi.stats.reconciliation.StatsServiceTest;
import cn.zhengqi.testing.OpenApiContractTest;

@StatsServiceTest
class StatsOpenApiTest extends OpenApiContractTest {}
