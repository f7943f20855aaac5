package cn.zhengqi.policy;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class PolicyPermissions {

    public static final String MANAGE = "policy.manage";

    public static final String REVIEW = "policy.review";

    /** Scope of keys of the open interface; no role can hold it. */
    public static final String READ_BY_SYSTEM = "openapi.policies.read";

    public static final DeclaredPermissions DECLARED = DeclaredPermissions.of(
                    new DeclaredPermission(MANAGE, "管理政策（发布、撤回）", "政策服务", "政策管理"),
                    new DeclaredPermission(REVIEW, "审核政策草稿（发布、退回）", "政策服务", "政策草拟"))
            .borrowing(READ_BY_SYSTEM);

    private PolicyPermissions() {}
}
