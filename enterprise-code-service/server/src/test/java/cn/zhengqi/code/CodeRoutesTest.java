package cn.zhengqi.code;

import static java.util.Map.entry;

import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;
import java.util.Map;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest(properties = {"zhengqi.code.data-key=" + Keys.DATA_KEY, "zhengqi.files-dir=target/test-files"})
@ActiveProfiles("test")
class CodeRoutesTest extends RouteSecurityTest {

    @Override
    protected Map<String, String> needsNoKey() {
        return Map.ofEntries(
                entry(
                        "POST /api/code/about/pictures",
                        "what no page shows is taken away when the page is kept the next time"),
                entry("POST /api/code/claims/{id}/reveal", "each look is on record, the repeated one too"),
                entry(
                        "POST /api/code/my/claims/{id}/withdraw",
                        "carries the version that was seen: the second is refused"),
                entry("POST /api/code/my/code/dynamic", "a code of a minute: the next one is as good"),
                entry("POST /api/code/my/service-code-visits", "who opens it again soon is the same visit"),
                entry("POST /openapi/v1/codes/verify", "reads: a code is no part of an address"));
    }
}
