package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.policy.redemption.application.Redemption;
import cn.zhengqi.policy.redemption.check.PaymentChecks;
import cn.zhengqi.policy.redemption.project.RedemptionKind;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.redemption.project.RedemptionProjectMapper;
import cn.zhengqi.policy.standing.Evidence;
import cn.zhengqi.policy.standing.PolicyStandings;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks once more before money goes: whether who was found by the conditions alone still meets them. Who applied was judged by people, and stays so. Others are asked
 * outside of any transaction, many at once.
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
        payable.stream()
                .filter(it -> it.kind() == RedemptionKind.EXEMPT)
                .collect(Collectors.groupingBy(Redemption::projectId, LinkedHashMap::new, Collectors.toList()))
                .forEach((project, of) ->
                        found.putAll(found(projects.find(project).orElseThrow(), of)));
        checks.store(found);
    }

    /** In portions, each with the moment at which it was asked for. */
    private Map<UUID, PaymentChecks.Found> found(RedemptionProject project, List<Redemption> of) {
        Map<UUID, PaymentChecks.Found> found = new LinkedHashMap<>();
        for (int from = 0; from < of.size(); from += InternalStandings.MOST_ENTERPRISES) {
            List<Redemption> portion = of.subList(from, Math.min(of.size(), from + InternalStandings.MOST_ENTERPRISES));
            Instant asked = clock.instant();
            Map<UUID, Evidence> evidence = standings.evidence(
                    portion.stream().map(Redemption::enterpriseId).collect(Collectors.toSet()),
                    project.policyId(),
                    project.criteria());
            portion.forEach(it -> found.put(
                    it.id(), new PaymentChecks.Found(Objects.requireNonNull(evidence.get(it.enterpriseId())), asked)));
        }
        return found;
    }
}
