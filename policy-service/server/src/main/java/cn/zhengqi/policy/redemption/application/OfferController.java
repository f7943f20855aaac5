package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.redemption.project.RedemptionProjectMapper;
import cn.zhengqi.policy.redemption.project.RedemptionProjects;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * 免申即享: of those whom the reverse match finds for the policy the department chooses to whom it offers. That each qualifies matching-service is asked here once more,
 * and its answer is kept as the evidence.
 */
@RestController
@RequestMapping("/api/policy/manage/redemption-projects/{id}/offers")
@Permission(PolicyPermissions.HANDLE_REDEMPTION)
class OfferController {

    /** Each is asked after, one after another, while somebody waits. */
    private static final int MOST = 50;

    private final RedemptionOffers offers;
    private final RedemptionProjectMapper projects;
    private final InternalEnterprises register;
    private final InternalStandings standings;
    private final OneEffect once;

    OfferController(
            RedemptionOffers offers,
            RedemptionProjectMapper projects,
            InternalEnterprises register,
            InternalStandings standings,
            OneEffect once) {
        this.offers = offers;
        this.projects = projects;
        this.register = register;
        this.standings = standings;
        this.once = once;
    }

    @PostMapping
    @Idempotent(required = true, asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    OfferedRedemptions offer(@PathVariable UUID id, @Valid @RequestBody NewOffers request, CurrentUser user) {
        user.requireInstitution();
        RedemptionProject project = projects.find(id)
                .filter(it -> user.territory().institutions().contains(it.institutionId()))
                .orElseThrow(() -> ProblemException.notFound("没有找到该兑付项目"));
        List<Found> found = found(project, request.offers(), user);
        return once.of(() -> new OfferedRedemptions(offers.offer(id, found, Booker.of(user))));
    }

    private List<Found> found(RedemptionProject project, List<Offer> offers, CurrentUser user) {
        DataScope reach = DataScope.of(user.reach(ScopedResource.ENTERPRISE), user.territory(), user.accountId());
        List<Found> found = new ArrayList<>();
        List<FieldProblem> problems = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            String field = "offers[" + i + "]";
            RedemptionProjects.requireFigure(project.rule(), offer.basis(), field + ".basis");
            if (!seen.add(offer.enterpriseId())) {
                problems.add(new FieldProblem(field, "DOUBLED", "第 " + (i + 1) + " 家企业重复"));
                continue;
            }
            EnterpriseRecord entry = register.enterprise(offer.enterpriseId());
            if (!reach.everything() && !reach.towns().contains(entry.townCode())) {
                problems.add(new FieldProblem(field, "UNKNOWN", "第 " + (i + 1) + " 家企业不在您的数据范围内"));
                continue;
            }
            InternalStandings.Standing standing = standings.evidence(offer.enterpriseId(), project.policyId());
            if (standing.outcome() == MatchOutcome.ELIGIBLE) {
                found.add(new Found(Claimant.of(entry), offer.basis(), standing));
            } else {
                problems.add(new FieldProblem(field, "NOT_ELIGIBLE", entry.name() + "按现有信息不符合该政策的条件"));
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

    /** @param basis the figure by which the project's rule goes, where it goes by one */
    record Offer(
            @NotNull(message = "请选择企业") UUID enterpriseId,

            @Nullable @PositiveOrZero(message = "不能小于 0") @Digits(integer = 12, fraction = 2, message = "最多两位小数")
            BigDecimal basis) {}

    record NewOffers(
            @NotEmpty(message = "请选择企业") @Size(max = MOST, message = "一次不超过 50 家企业")
            List<@NotNull(message = "请选择企业") @Valid Offer> offers) {}

    record OfferedRedemptions(List<RedemptionView> offered) {}
}
