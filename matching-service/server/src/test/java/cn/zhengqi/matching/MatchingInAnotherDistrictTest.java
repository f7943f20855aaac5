package cn.zhengqi.matching;

import cn.zhengqi.testing.AnotherDistrictTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest(properties = {AnotherDistrictTest.DEMO, AnotherDistrictTest.CODE, AnotherDistrictTest.PLATFORM})
class MatchingInAnotherDistrictTest extends AnotherDistrictTest {

    MatchingInAnotherDistrictTest() {
        super("990106");
    }
}
