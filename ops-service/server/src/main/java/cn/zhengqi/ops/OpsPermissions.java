package cn.zhengqi.ops;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class OpsPermissions {

    public static final String READ_AUDIT = "ops.audit.read";

    public static final DeclaredPermissions DECLARED =
            DeclaredPermissions.of(new DeclaredPermission(READ_AUDIT, "查看操作日志", "系统管理", "操作日志"));

    private OpsPermissions() {}
}
