package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.policy.redemption.application.Redemption;
import cn.zhengqi.policy.redemption.check.PaymentChecks;
import cn.zhengqi.policy.redemption.project.RedemptionKind;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.redemption.project.RedemptionProjectMapper;
import cn.zhengqi.policy.standing.PolicyStandings;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Asks once more before money goes: whether who was found by the conditions alone still meets them. Who applied was judged by people, and stays so. Others are asked
 * outside of any transaction, one after another.
 */
@Component
class FitCheck {

    private final RedemptionProjectMapper projects;
    private final PolicyStandings standings;
    private final PaymentChecks checks;
    private final Clock clock;

    FitCheck(RedemptionProjectMapper projects, PolicyStandings standings, PaymentChecks checks, Clock clock) {
        this.projects = projects;
        this.standings = standings;
        this.checks = checks;
        this.clock = clock;
    }

    /** What is found is kept, whatever becomes of the payment. @throws ProblemException SERVICE_UNAVAILABLE while nobody can say: then nothing is paid either */
    void again(List<Redemption> payable) {
        Map<UUID, PaymentChecks.Found> found = new LinkedHashMap<>();
        Map<UUID, RedemptionProject> under = new HashMap<>();
        for (Redemption it : payable) {
            if (it.kind() == RedemptionKind.EXEMPT) {
                RedemptionProject project = under.computeIfAbsent(
                        it.projectId(), id -> projects.find(id).orElseThrow());
                Instant asked = clock.instant();
                found.put(
                        it.id(),
                        new PaymentChecks.Found(
                                standings.evidence(it.enterpriseId(), it.policyId(), project.criteria()), asked));
            }
        }
        checks.store(found);
    }
}
