package cn.zhengqi.matching;

import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class MatchingPermissions {

    public static final String OWN_ENTERPRISE = "enterprise.own";

    public static final DeclaredPermissions DECLARED =
            DeclaredPermissions.none().borrowing(OWN_ENTERPRISE);

    private MatchingPermissions() {}
}
