package cn.zhengqi.stats;

import cn.zhengqi.testing.ArchitectureTest;

class StatsArchitectureTest extends ArchitectureTest {

    StatsArchitectureTest() {
        super("stats");
    }
}
