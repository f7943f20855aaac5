package cn.zhengqi.policy;

import cn.zhengqi.testing.ArchitectureTest;

class PolicyArchitectureTest extends ArchitectureTest {

    PolicyArchitectureTest() {
        super("policy");
    }
}
