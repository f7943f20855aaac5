package cn.zhengqi.policy.project;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.policy.desk.DueDays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which projects the console wants, of these institutions only. */
record ProjectQuery(
        List<UUID> institutions,
        @Nullable String pattern,
        @Nullable ProjectStatus status,
        @Nullable UUID policyId,
        DueDays.@Nullable Closing closing,
        Order order,
        boolean ascending) {

    enum Order {
        CREATED_AT,
        OPENS_ON,
        CLOSES_ON,
        TITLE
    }

    static ProjectQuery of(List<UUID> institutions, ProjectFilter filter, DueDays.@Nullable Closing closing) {
        Sort<Order> order = Sort.parse(
                filter.sort(), Map.of("opensOn", Order.OPENS_ON, "closesOn", Order.CLOSES_ON, "title", Order.TITLE));
        return new ProjectQuery(
                institutions,
                LikePattern.containing(filter.q()),
                filter.status(),
                filter.policyId(),
                closing,
                order == null ? Order.CREATED_AT : order.by(),
                order != null && order.ascending());
    }
}
