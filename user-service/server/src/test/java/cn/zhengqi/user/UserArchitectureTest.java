package cn.zhengqi.user;

import cn.zhengqi.testing.ArchitectureTest;

class UserArchitectureTest extends ArchitectureTest {

    UserArchitectureTest() {
        super("user");
    }
}
