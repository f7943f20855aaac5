package cn.zhengqi.message;

import cn.zhengqi.testing.ArchitectureTest;

class MessageArchitectureTest extends ArchitectureTest {

    MessageArchitectureTest() {
        super("message");
    }
}
