package cn.zhengqi.gateway;

import cn.zhengqi.testing.ArchitectureTest;

class GatewayArchitectureTest extends ArchitectureTest {

    GatewayArchitectureTest() {
        super("gateway");
    }
}
