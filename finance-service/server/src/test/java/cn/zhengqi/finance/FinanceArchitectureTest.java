package cn.zhengqi.finance;

import cn.zhengqi.testing.ArchitectureTest;

class FinanceArchitectureTest extends ArchitectureTest {

    FinanceArchitectureTest() {
        super("finance");
    }
}
