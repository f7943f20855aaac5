package cn.zhengqi.user;

import cn.zhengqi.testing.AnotherDistrictTest;
import cn.zhengqi.testing.ServiceTest;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest(properties = {AnotherDistrictTest.DEMO, AnotherDistrictTest.CODE, AnotherDistrictTest.PLATFORM})
@ActiveProfiles("test")
class UserInAnotherDistrictTest extends AnotherDistrictTest {

    UserInAnotherDistrictTest() {
        super("示例区");
    }
}
