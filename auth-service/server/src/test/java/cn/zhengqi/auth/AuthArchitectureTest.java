package cn.zhengqi.auth;

import cn.zhengqi.testing.ArchitectureTest;

class AuthArchitectureTest extends ArchitectureTest {

    AuthArchitectureTest() {
        super("auth");
    }
}
