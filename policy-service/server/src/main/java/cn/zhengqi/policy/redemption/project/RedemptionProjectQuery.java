package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.policy.desk.DueDays;
import cn.zhengqi.policy.project.ProjectOrder;
import cn.zhengqi.policy.project.ProjectStatus;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which projects the console wants, of these institutions only. */
record RedemptionProjectQuery(
        List<UUID> institutions,
        @Nullable String pattern,
        @Nullable ProjectStatus status,
        @Nullable RedemptionKind kind,
        @Nullable UUID policyId,
        DueDays.@Nullable Closing closing,
        ProjectOrder order,
        boolean ascending) {

    static RedemptionProjectQuery of(
            List<UUID> institutions, RedemptionProjectFilter filter, DueDays.@Nullable Closing closing) {
        Sort<ProjectOrder> order = ProjectOrder.asked(filter.sort());
        return new RedemptionProjectQuery(
                institutions,
                LikePattern.containing(filter.q()),
                filter.status(),
                filter.kind(),
                filter.policyId(),
                closing,
                order.by(),
                order.ascending());
    }
}
