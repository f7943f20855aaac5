package cn.zhengqi.policy.project;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.policy.catalogue.PolicyGround;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project in a list.
 *
 * @param taken how many declarations count against the quota
 * @param barring whether who surely does not qualify may not declare
 * @param audience its own conditions in words, besides those of the policy; empty where it has none
 * @param window whether it takes declarations today, which its policy has a part in
 * @param demo made up for demonstration
 * @param version to be sent with the next change
 */
public record ProjectView(
        UUID id,
        UUID policyId,
        String policyTitle,
        String title,
        String summary,
        UUID institutionId,
        String institutionName,
        LocalDate opensOn,
        LocalDate closesOn,
        @Nullable Integer quota,
        long taken,
        boolean barring,
        List<CriterionView> audience,
        ProjectStatus status,
        WindowState window,
        int formVersion,
        boolean demo,
        OffsetDateTime changedAt,
        int version) {

    public static ProjectView of(DeclarationProject it, long taken, PolicyGround policy, LocalDate today) {
        return new ProjectView(
                it.id(),
                it.policyId(),
                it.policyTitle(),
                it.title(),
                it.summary(),
                it.institutionId(),
                it.institutionName(),
                it.opensOn(),
                it.closesOn(),
                it.quota(),
                taken,
                it.barring(),
                it.audience() == null ? List.of() : it.audience().clauses(),
                it.status(),
                it.window(today).under(policy),
                it.formVersion(),
                it.demo(),
                BusinessTime.at(it.changedAt()),
                it.version());
    }
}
