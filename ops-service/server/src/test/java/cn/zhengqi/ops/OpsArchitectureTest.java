package cn.zhengqi.ops;

import cn.zhengqi.testing.ArchitectureTest;

class OpsArchitectureTest extends ArchitectureTest {

    OpsArchitectureTest() {
        super("ops");
    }
}
