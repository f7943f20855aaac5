package cn.zhengqi.matching;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class MatchingAuditedRoutesTest extends AuditedRoutesTest {

    MatchingAuditedRoutesTest() {
        super(
                "matching",
                Map.of(
                        "POST /internal/matching/rebuild",
                        "makes a copy anew from events that are on record",
                        "POST /api/match/my/match",
                        "computes; changes nothing that was said",
                        "POST /api/match/self-checks/policies",
                        "reckons; keeps nothing",
                        "POST /api/match/self-checks/loans",
                        "reckons; keeps nothing",
                        "POST /api/match/self-checks/srdi",
                        "reckons; keeps nothing",
                        "POST /api/match/sandbox",
                        "computes; keeps nothing",
                        "POST /api/match/sandbox/enterprises",
                        "reads names and outcomes of those within the caller's reach, no facts",
                        "POST /internal/criteria/trial",
                        "computes for those who write criteria; keeps nothing",
                        "POST /openapi/v1/matches",
                        "reads; the reading goes on record with the consent, in enterprise-code-service"));
    }
}
