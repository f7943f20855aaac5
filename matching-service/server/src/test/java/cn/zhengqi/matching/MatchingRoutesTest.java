package cn.zhengqi.matching;

import static java.util.Map.entry;

import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;
import java.util.Map;

@ServiceTest
class MatchingRoutesTest extends RouteSecurityTest {

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
                entry("POST /api/match/sandbox", "computes; keeps nothing"),
                entry("POST /api/match/sandbox/enterprises", "reads"),
                entry(
                        "POST /api/match/my/tax-authorization",
                        "what was authorized today by the same consent is the answer: nothing is fetched, kept or recorded again"));
    }
}
