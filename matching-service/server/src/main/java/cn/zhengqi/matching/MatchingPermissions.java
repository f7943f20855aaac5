package cn.zhengqi.matching;

import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class MatchingPermissions {

    public static final String OWN_ENTERPRISE = "enterprise.own";

    /** Scope of keys of the open interface; no role can hold it. */
    public static final String READ_BY_SYSTEM = "openapi.match.read";

    public static final DeclaredPermissions DECLARED =
            DeclaredPermissions.none().borrowing(OWN_ENTERPRISE, READ_BY_SYSTEM);

    private MatchingPermissions() {}
}
