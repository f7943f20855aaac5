package cn.zhengqi.policy.project;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.policy.desk.DueDays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which projects the console wants, of these institutions only. */
record ProjectQuery(
        List<UUID> institutions,
        @Nullable String pattern,
        @Nullable ProjectStatus status,
        @Nullable UUID policyId,
        DueDays.@Nullable Closing closing,
        ProjectOrder order,
        boolean ascending) {

    static ProjectQuery of(List<UUID> institutions, ProjectFilter filter, DueDays.@Nullable Closing closing) {
        Sort<ProjectOrder> order = ProjectOrder.asked(filter.sort());
        return new ProjectQuery(
                institutions,
                LikePattern.containing(filter.q()),
                filter.status(),
                filter.policyId(),
                closing,
                order.by(),
                order.ascending());
    }
}
