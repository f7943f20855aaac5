package cn.zhengqi.stats.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** 仪表盘 (STATS-01). The month is the last 30 days with today, in Asia/Shanghai; amounts are yuan. */
public record Dashboard(
        OffsetDateTime updatedAt,
        Totals totals,
        List<DayCount> usersPerDay,
        List<DayOrders> ordersPerDay,
        List<Share> userSources,
        List<Share> orderSources,
        List<Share> orderStatuses) {

    public record Totals(
            long registeredUsers,
            long registeredUsersToday,
            long orders,
            long ordersToday,
            BigDecimal orderAmount,
            BigDecimal orderAmountToday) {}

    public record DayCount(LocalDate date, long count) {}

    public record DayOrders(LocalDate date, long count, BigDecimal amount) {}

    /** One piece of a pie. */
    public record Share(String key, String label, long count) {}
}
