package cn.zhengqi.code;

import cn.zhengqi.testing.ArchitectureTest;

class CodeArchitectureTest extends ArchitectureTest {

    CodeArchitectureTest() {
        super("code");
    }
}
