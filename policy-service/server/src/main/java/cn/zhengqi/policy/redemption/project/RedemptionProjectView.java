package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.policy.catalogue.PolicyGround;
import cn.zhengqi.policy.project.ProjectStatus;
import cn.zhengqi.policy.project.WindowState;
import cn.zhengqi.policy.redemption.ledger.Budget;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project as everybody reads it: how public money is given away is no secret.
 *
 * @param ruleWords the rule in a sentence
 * @param basis what the figure is called that has to be claimed; absent where there is none
 * @param unit of that figure
 * @param budget as it was planned
 * @param money where it is now
 * @param barring whether who surely does not qualify may not apply
 * @param audience its own conditions in words, besides those of the policy; empty where it has none
 * @param window whether it takes applications today
 * @param review within what time an application is reviewed; absent where nobody applies
 * @param demo made up for demonstration
 * @param version to be sent with the next change
 */
public record RedemptionProjectView(
        UUID id,
        UUID policyId,
        String policyTitle,
        String title,
        String summary,
        UUID institutionId,
        String institutionName,
        RedemptionKind kind,
        AmountRule rule,
        String ruleWords,
        @Nullable String basis,
        @Nullable String unit,
        BigDecimal budget,
        BudgetView money,
        LocalDate opensOn,
        LocalDate closesOn,
        int noticeDays,
        @Nullable String exclusiveGroup,
        @Nullable Integer exclusiveYear,
        boolean barring,
        List<CriterionView> audience,
        ProjectStatus status,
        WindowState window,
        @Nullable PromisedReview review,
        boolean demo,
        OffsetDateTime changedAt,
        int version) {

    /**
     * 元, by the ledger.
     *
     * @param free what can still be reserved
     */
    public record BudgetView(
            BigDecimal allocated,
            BigDecimal free,
            BigDecimal reserved,
            BigDecimal approved,
            BigDecimal paid,
            BigDecimal returned) {

        static BudgetView of(Budget it) {
            return new BudgetView(it.allocated(), it.free(), it.reserved(), it.approved(), it.paid(), it.returned());
        }
    }

    static RedemptionProjectView of(
            RedemptionProject it, Budget budget, PromisedReview review, PolicyGround policy, LocalDate today) {
        return new RedemptionProjectView(
                it.id(),
                it.policyId(),
                it.policyTitle(),
                it.title(),
                it.summary(),
                it.institutionId(),
                it.institutionName(),
                it.kind(),
                it.rule(),
                it.rule().words(),
                it.rule().basis(),
                it.rule().unit(),
                it.budget(),
                BudgetView.of(budget),
                it.opensOn(),
                it.closesOn(),
                it.noticeDays(),
                it.exclusiveGroup(),
                it.exclusiveYear(),
                it.barring(),
                it.audience() == null ? List.of() : it.audience().clauses(),
                it.status(),
                // What was offered while the policy held is confirmed also when it holds no more.
                it.kind() == RedemptionKind.APPLICATION ? it.window(today).under(policy) : it.window(today),
                it.kind() == RedemptionKind.APPLICATION ? review : null,
                it.demo(),
                BusinessTime.at(it.changedAt()),
                it.version());
    }
}
