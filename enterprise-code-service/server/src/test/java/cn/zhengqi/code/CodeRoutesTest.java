package cn.zhengqi.code;

import static java.util.Map.entry;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest(
        events = true,
        properties = {"zhengqi.code.data-key=" + Keys.DATA_KEY, "zhengqi.files-dir=target/test-files"})
@ActiveProfiles("test")
class CodeRoutesTest extends RouteSecurityTest {

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected @Nullable There there(String pattern, String... permissions) {
        if (!pattern.startsWith("/api/code/service-codes/{id}/")) {
            return null;
        }
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into service_code (id, token, kind, name, offers, status, created_at, created_by, created_by_name, version)
                        values (?, ?, 'SERVICE', '一号窗口', '{"list": []}', 'ACTIVE', now(), gen_random_uuid(), '张三', 0)""").params(id, id.toString().replace("-", "").substring(20)).update();
        return new There(TestUsers.operator(permissions), pattern.replace("{id}", id.toString()));
    }

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
