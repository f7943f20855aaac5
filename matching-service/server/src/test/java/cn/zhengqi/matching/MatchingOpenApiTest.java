package cn.zhengqi.matching;

import cn.zhengqi.testing.OpenApiContractTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest
class MatchingOpenApiTest extends OpenApiContractTest {}
