package cn.zhengqi.finance;

import cn.zhengqi.testing.AnotherDistrictTest;
import cn.zhengqi.testing.ServiceTest;

@ServiceTest(properties = {AnotherDistrictTest.DEMO, AnotherDistrictTest.CODE, AnotherDistrictTest.PLATFORM})
class FinanceInAnotherDistrictTest extends AnotherDistrictTest {

    FinanceInAnotherDistrictTest() {
        super("示例市分行");
    }
}
