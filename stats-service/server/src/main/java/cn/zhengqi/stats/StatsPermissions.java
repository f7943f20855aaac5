package cn.zhengqi.stats;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class StatsPermissions {

    public static final String READ_DASHBOARD = "stats.dashboard.read";

    public static final String READ_POLICY_FUNNEL = "stats.policy-funnel.read";

    /** Of user-service: to act for the own enterprise. */
    public static final String OWN_ENTERPRISE = "enterprise.own";

    /** Of enterprise-code-service: to say for the own enterprise what may be shown of it. */
    public static final String CONSENT = "enterprise.consent";

    public static final DeclaredPermissions DECLARED = DeclaredPermissions.of(
                    new DeclaredPermission(READ_DASHBOARD, "查看仪表盘", "数据统计", "工作台"),
                    new DeclaredPermission(READ_POLICY_FUNNEL, "查看和导出政策漏斗", "数据统计", "政策工作台"))
            .borrowing(OWN_ENTERPRISE, CONSENT);

    private StatsPermissions() {}
}
