package cn.zhengqi.code;

import cn.zhengqi.testing.AnotherDistrictTest;
import cn.zhengqi.testing.ServiceTest;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest(
        properties = {
            AnotherDistrictTest.DEMO,
            AnotherDistrictTest.CODE,
            AnotherDistrictTest.PLATFORM,
            "zhengqi.code.data-key=" + Keys.DATA_KEY,
            "zhengqi.files-dir=target/test-files"
        })
@ActiveProfiles("test")
class CodeInAnotherDistrictTest extends AnotherDistrictTest {

    CodeInAnotherDistrictTest() {
        super("示例");
    }
}
