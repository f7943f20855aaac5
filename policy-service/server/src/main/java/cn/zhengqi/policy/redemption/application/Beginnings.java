package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import cn.zhengqi.policy.redemption.project.RedemptionKind;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.redemption.project.RedemptionProjectMapper;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What holds wherever an application begins, whether an enterprise applies or is offered. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Beginnings {

    static final String NO_OFFERS_YET = "施行前不能发出免申即享";

    private final RedemptionMapper redemptions;
    private final RedemptionProjectMapper projects;
    private final PolicyTitles policies;
    private final Exclusions exclusions;

    Beginnings(
            RedemptionMapper redemptions,
            RedemptionProjectMapper projects,
            PolicyTitles policies,
            Exclusions exclusions) {
        this.redemptions = redemptions;
        this.projects = projects;
        this.policies = policies;
        this.exclusions = exclusions;
    }

    /** @throws ProblemException NOT_FOUND also for one of the other kind; REDEMPTION_CLOSED, POLICY_NOT_PUBLISHED, POLICY_OVER; POLICY_NOT_BEGUN where nobody applies */
    RedemptionProject under(UUID projectId, RedemptionKind kind, Instant at) {
        RedemptionProject project = projects.find(projectId)
                .filter(it -> it.kind() == kind)
                .orElseThrow(() -> ProblemException.notFound("没有找到该兑付项目"));
        project.mustTake(BusinessTime.dayOf(at));
        policies.mustHold(project.policyId(), BusinessTime.dayOf(at), "不再受理兑现");
        if (kind == RedemptionKind.EXEMPT) {
            policies.mustHaveBegun(project.policyId(), BusinessTime.dayOf(at), NO_OFFERS_YET);
        }
        return project;
    }

    /**
     * What was offered while its policy held may be confirmed after its validity; of one that was withdrawn nothing more is paid, whatever its project says.
     *
     * @throws ProblemException REDEMPTION_CLOSED, POLICY_NOT_PUBLISHED
     */
    void mustTake(RedemptionProject project, Instant at) {
        project.mustTake(BusinessTime.dayOf(at));
        if (policies.published(project.policyId()).isEmpty()) {
            throw new ProblemException(PolicyProblem.POLICY_NOT_PUBLISHED, "该项目依据的政策已撤下，不再受理兑现");
        }
    }

    String numberOf(Instant submittedAt) {
        return "DX%s%06d"
                .formatted(
                        BusinessTime.dayOf(submittedAt).format(DateTimeFormatter.BASIC_ISO_DATE),
                        redemptions.nextNumber());
    }

    /**
     * One enterprise begins one thing at a time, so that it can be told which one stands in the way; the indexes hold whatever happens here.
     *
     * @return what its reviewer has to look at: by a clause that nobody has verified nobody is refused, but it is not passed over either
     * @throws ProblemException REDEMPTION_ALREADY_OPEN; REDEMPTION_EXCLUDED with the project, or the clause of the policies, by which it is
     */
    @Nullable
    String begin(Redemption it, RedemptionProject project) {
        UUID enterprise = it.enterpriseId();
        redemptions.lockEnterprise(enterprise);
        if (redemptions.living(project.id(), enterprise).isPresent()) {
            throw new ProblemException(PolicyProblem.REDEMPTION_ALREADY_OPEN);
        }
        ExcludedBy other = exclusions.of(enterprise, project, it.submittedAt());
        if (other != null && other.certain()) {
            throw new ProblemException(PolicyProblem.REDEMPTION_EXCLUDED, other.words());
        }
        try {
            redemptions.insert(it);
        } catch (DuplicateKeyException openAlready) {
            throw new ProblemException(PolicyProblem.REDEMPTION_ALREADY_OPEN);
        }
        return other == null ? null : other.words();
    }
}
