package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import cn.zhengqi.policy.redemption.application.Redemption;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.redemption.project.RedemptionProjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Nothing is paid under a policy before its first day, however early it was applied for and recognised. */
@Component
class DaysToCome {

    private final RedemptionProjectMapper projects;
    private final PolicyTitles policies;
    private final Clock clock;

    DaysToCome(RedemptionProjectMapper projects, PolicyTitles policies, Clock clock) {
        this.projects = projects;
        this.policies = policies;
        this.clock = clock;
    }

    /** Of what is to be paid under which policies; each is looked at once. */
    ToCome of(Collection<Redemption> payments) {
        LocalDate today = BusinessTime.today(clock);
        Map<UUID, LocalDate> days = new HashMap<>();
        payments.stream()
                .map(Redemption::projectId)
                .distinct()
                .forEach(project -> Optional.ofNullable(policies.beginsOn(policyOf(project), today))
                        .ifPresent(first -> days.put(project, first)));
        return new ToCome(days);
    }

    private UUID policyOf(UUID project) {
        return projects.find(project).map(RedemptionProject::policyId).orElseThrow();
    }

    /** @param days by project: of those whose policy has begun there is none */
    record ToCome(Map<UUID, LocalDate> days) {

        Optional<FieldProblem> bars(String field, Redemption it) {
            return Optional.ofNullable(days.get(it.projectId()))
                    .map(first -> new FieldProblem(
                            field,
                            "NOT_BEGUN",
                            it.enterpriseName() + "（" + it.number() + "）：依据的政策" + PolicyTitles.begins(first)
                                    + "，施行前不能支付"));
        }
    }
}
