package cn.zhengqi.matching;

import static java.util.Map.entry;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class MatchingAuditedRoutesTest extends AuditedRoutesTest {

    MatchingAuditedRoutesTest() {
        super(
                "matching",
                Map.ofEntries(
                        entry("POST /internal/matching/rebuild", "makes a copy anew from events that are on record"),
                        entry("POST /api/match/my/match", "computes; changes nothing that was said"),
                        entry("POST /api/match/self-checks/policies", "reckons; keeps nothing"),
                        entry("POST /api/match/self-checks/loans", "reckons; keeps nothing"),
                        entry("POST /api/match/self-checks/srdi", "reckons; keeps nothing"),
                        entry("POST /api/match/facts/preview", "computes; keeps nothing"),
                        entry(
                                "POST /api/match/sandbox/enterprises",
                                "reads names and outcomes of those within the caller's reach, no facts"),
                        entry("POST /internal/criteria/trial", "computes for those who write criteria; keeps nothing"),
                        entry("POST /internal/tags/named", "a question"),
                        entry(
                                "POST /api/match/reverse/audience/enterprises",
                                "reads what the reverse match of a policy tells those who reach as far"),
                        entry("POST /internal/enterprises/{enterpriseId}/standings", "a question"),
                        entry("POST /internal/enterprises/{enterpriseId}/standings/evidence", "a question"),
                        entry("POST /internal/enterprises/evidence", "a question"),
                        entry("POST /internal/tags/holders", "a question"),
                        entry(
                                "POST /openapi/v1/matches",
                                "reads; the reading goes on record with the consent, in enterprise-code-service")));
    }
}
