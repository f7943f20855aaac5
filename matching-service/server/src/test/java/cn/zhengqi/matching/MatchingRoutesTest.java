package cn.zhengqi.matching;

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

@ServiceTest
class MatchingRoutesTest extends RouteSecurityTest {

    @Autowired
    JdbcClient jdbc;

    @Override
    protected UploadForm uploadForm(String method, String pattern) {
        return new UploadForm(pattern + "?subject=ENTERPRISE", "file", Map.of());
    }

    /** Of a tag those who have it. */
    @Override
    protected @Nullable There there(String pattern, String... permissions) {
        UUID tag = Ids.next();
        jdbc.sql("""
                        insert into tag (id, subject, kind, category, name, version, updated_at)
                        values (?, 'ENTERPRISE', 'BASIC', '测试', ?, 0, now())""").params(tag, "测试" + tag).update();
        return pattern.startsWith("/api/match/tags/{id}/holders")
                ? new There(TestUsers.operator(permissions), pattern.replace("{id}", tag.toString()))
                : null;
    }

    @Override
    protected Map<String, String> asksAnotherService() {
        String register =
                "user-service says what the register knows of the enterprise, of which nothing is known here yet";
        return Map.of(
                "GET /api/match/self-checks/{kind}", register,
                "POST /api/match/self-checks/policies", register,
                "POST /api/match/self-checks/loans", register,
                "POST /api/match/self-checks/srdi", register,
                "POST /api/match/my/match", register,
                "GET /api/match/my/match/changes", register,
                "GET /api/match/my/profile", register,
                "GET /api/match/my/credit-advice", register,
                "DELETE /api/match/my/tax-authorization", "enterprise-code-service ends the consent first");
    }

    @Override
    protected Map<String, String> needsNoKey() {
        String keepsNothing = "reckons what was typed and keeps nothing";
        return Map.ofEntries(
                entry("POST /api/match/self-checks/policies", keepsNothing),
                entry("POST /api/match/self-checks/loans", keepsNothing),
                entry("POST /api/match/self-checks/srdi", keepsNothing),
                entry("POST /api/match/my/match", "the latest result is the answer as long as nothing has changed"),
                entry(
                        "POST /api/match/my/reports",
                        "the same content has the same number: asked again, the report that was issued is the answer"),
                entry(
                        "POST /api/match/reverse/policies/push",
                        "an enterprise is told once of a policy: asked again, nobody is told again"),
                entry("POST /api/match/facts/preview", "computes; keeps nothing"),
                entry("POST /api/match/sandbox", "computes; keeps nothing"),
                entry("POST /api/match/sandbox/enterprises", "reads"),
                entry("POST /api/match/reverse/audience", "computes; keeps nothing"),
                entry("POST /api/match/reverse/audience/enterprises", "reads"),
                entry(
                        "POST /api/match/my/tax-authorization",
                        "what was authorized today by the same consent is the answer: nothing is fetched, kept or recorded again"));
    }
}
