package cn.zhengqi.matching;

import cn.zhengqi.testing.ArchitectureTest;

class MatchingArchitectureTest extends ArchitectureTest {

    MatchingArchitectureTest() {
        super("matching");
    }
}
