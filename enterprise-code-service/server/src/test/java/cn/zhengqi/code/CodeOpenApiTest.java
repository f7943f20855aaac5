package cn.zhengqi.code;

import cn.zhengqi.testing.OpenApiContractTest;
import cn.zhengqi.testing.ServiceTest;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest(
        events = true,
        properties = {"zhengqi.code.data-key=" + Keys.DATA_KEY, "zhengqi.files-dir=target/test-files"})
@ActiveProfiles("test")
class CodeOpenApiTest extends OpenApiContractTest {}
