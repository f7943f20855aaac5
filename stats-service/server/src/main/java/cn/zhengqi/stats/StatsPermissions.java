package cn.zhengqi.stats;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class StatsPermissions {

    public static final String READ_DASHBOARD = "stats.dashboard.read";

    public static final String READ_POLICY_FUNNEL = "stats.policy-funnel.read";

    public static final DeclaredPermissions DECLARED = DeclaredPermissions.of(
            new DeclaredPermission(READ_DASHBOARD, "查看仪表盘", "数据统计", "工作台"),
            new DeclaredPermission(READ_POLICY_FUNNEL, "查看和导出政策漏斗", "数据统计", "政策工作台"));

    private StatsPermissions() {}
}
