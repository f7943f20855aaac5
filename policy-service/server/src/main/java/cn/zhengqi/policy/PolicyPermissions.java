package cn.zhengqi.policy;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class PolicyPermissions {

    public static final String MANAGE = "policy.manage";

    public static final DeclaredPermissions DECLARED =
            DeclaredPermissions.of(new DeclaredPermission(MANAGE, "管理政策（发布、撤回）", "政策服务", "政策管理"));

    private PolicyPermissions() {}
}
