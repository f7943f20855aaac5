package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.policy.catalogue.ExclusivePolicies;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of an enterprise's other applications stands in the way of one more: told before it fills anything in, and refused where it applies all the same. */
@Component
class Exclusions {

    private final RedemptionMapper redemptions;
    private final ExclusivePolicies exclusive;

    Exclusions(RedemptionMapper redemptions, ExclusivePolicies exclusive) {
        this.redemptions = redemptions;
        this.exclusive = exclusive;
    }

    /** Null where nothing does; what is certain before what is not. @param day on which it applies: its year counts where the project says none */
    @Nullable
    ExcludedBy of(UUID enterprise, RedemptionProject project, LocalDate day) {
        ExcludedBy ofGroup = byGroup(enterprise, project);
        return ofGroup == null ? byPolicies(enterprise, project, day) : ofGroup;
    }

    private @Nullable ExcludedBy byGroup(UUID enterprise, RedemptionProject project) {
        String group = project.exclusiveGroup();
        Integer year = project.exclusiveYear();
        if (group == null || year == null) {
            return null;
        }
        return redemptions
                .ofGroup(enterprise, group, year)
                // The one under the project itself is no other.
                .filter(other -> !other.projectId().equals(project.id()))
                .map(other -> ExcludedBy.of(
                        true,
                        other,
                        "企业 " + year + " 年度在“" + other.projectTitle() + "”下已有申请（" + other.number() + "，"
                                + other.status().label() + "），与本项目不可同时享受"))
                .orElse(null);
    }

    /** By what the policies themselves say, whatever their projects do. Counted is the year, as in a group of projects. */
    private @Nullable ExcludedBy byPolicies(UUID enterprise, RedemptionProject project, LocalDate day) {
        Integer ofProject = project.exclusiveYear();
        int year = ofProject == null ? day.getYear() : ofProject;
        for (ExclusivePolicies.Excluded excluded : exclusive.excludedBy(project.policyId())) {
            Redemption other = redemptions
                    .underPolicy(enterprise, excluded.policyId(), year)
                    .orElse(null);
            if (other != null) {
                return ExcludedBy.of(excluded.certain(), other, words(excluded, other, year));
            }
        }
        return null;
    }

    private static String words(ExclusivePolicies.Excluded excluded, Redemption other, int year) {
        String which = "“" + other.projectTitle() + "”（" + other.number() + "，"
                + other.status().label() + "）";
        return excluded.certain()
                ? "企业 " + year + " 年度已申请" + which + "，其依据的《" + other.policyTitle() + "》与本项目依据的政策不可同时享受："
                        + excluded.inWords()
                : "可能与 " + year + " 年度的" + which + "不可同时享受，依据待核实：" + excluded.inWords();
    }
}
