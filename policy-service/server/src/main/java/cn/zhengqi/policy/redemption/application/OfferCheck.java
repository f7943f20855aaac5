package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import cn.zhengqi.policy.redemption.project.RedemptionKind;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.redemption.project.RedemptionProjectMapper;
import cn.zhengqi.policy.redemption.project.RedemptionProjects;
import cn.zhengqi.policy.standing.Evidence;
import cn.zhengqi.policy.standing.PolicyStandings;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.InternalEnterprises;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether those to whom a department wants to offer qualify. Others are asked outside of any transaction, one after another. */
@Component
class OfferCheck {

    private final RedemptionProjectMapper projects;
    private final RedemptionMapper redemptions;
    private final PolicyTitles policies;
    private final InternalEnterprises register;
    private final PolicyStandings standings;
    private final Clock clock;

    OfferCheck(
            RedemptionProjectMapper projects,
            RedemptionMapper redemptions,
            PolicyTitles policies,
            InternalEnterprises register,
            PolicyStandings standings,
            Clock clock) {
        this.projects = projects;
        this.redemptions = redemptions;
        this.policies = policies;
        this.register = register;
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * @param institutions of whom one has the project
     * @param reach which enterprises may be chosen
     * @throws ProblemException NOT_FOUND also for one of the other kind; REDEMPTION_CLOSED, POLICY_NOT_BEGUN, OFFERS_FAULTY with all that is wrong, VALIDATION_FAILED
     */
    List<Found> found(UUID projectId, List<Offer> offers, Set<UUID> institutions, DataScope reach) {
        RedemptionProject project = projects.find(projectId)
                .filter(it -> institutions.contains(it.institutionId()))
                .filter(it -> it.kind() == RedemptionKind.EXEMPT)
                .orElseThrow(() -> ProblemException.notFound("没有找到该兑付项目"));
        // Nobody is asked for before: who writes the conditions could read by them the figures of each enterprise.
        project.mustTake(BusinessTime.today(clock));
        policies.mustHaveBegun(project.policyId(), BusinessTime.today(clock), Beginnings.NO_OFFERS_YET);
        List<Found> found = new ArrayList<>();
        List<FieldProblem> problems = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        Map<UUID, Redemption> has = has(project, offers);
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            String field = "offers[" + i + "]";
            RedemptionProjects.requireFigure(project.rule(), offer.basis(), field + ".basis");
            if (!seen.add(offer.enterpriseId())) {
                problems.add(new FieldProblem(field, "DOUBLED", "第 " + (i + 1) + " 家企业重复"));
                continue;
            }
            Redemption already = has.get(offer.enterpriseId());
            if (already != null) {
                problems.add(new FieldProblem(
                        field,
                        "ALREADY",
                        already.enterpriseName() + "：已有申请（" + already.number() + "，"
                                + already.status().label() + "）"));
                continue;
            }
            EnterpriseRecord entry = register.enterprise(offer.enterpriseId());
            if (!reach.everything() && !reach.towns().contains(entry.townCode())) {
                problems.add(new FieldProblem(field, "UNKNOWN", "第 " + (i + 1) + " 家企业不在您的数据范围内"));
                continue;
            }
            Evidence evidence = standings.evidence(offer.enterpriseId(), project.policyId(), project.criteria());
            if (evidence.fits()) {
                found.add(new Found(Claimant.of(entry), offer.basis(), evidence));
            } else {
                problems.add(new FieldProblem(field, "NOT_ELIGIBLE", entry.name() + "：" + evidence.against()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    PolicyProblem.OFFERS_FAULTY,
                    PolicyProblem.OFFERS_FAULTY.title() + "："
                            + problems.getFirst().message(),
                    problems,
                    Map.of());
        }
        return found;
    }

    /** What they have under the project already: all of them are named at once. */
    private Map<UUID, Redemption> has(RedemptionProject project, List<Offer> offers) {
        Set<UUID> enterprises = offers.stream().map(Offer::enterpriseId).collect(Collectors.toSet());
        return redemptions.livingOf(project.id(), enterprises).stream()
                .collect(Collectors.toMap(Redemption::enterpriseId, Function.identity()));
    }
}
