package cn.zhengqi.matching;

import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class MatchingPermissions {

    public static final String OWN_ENTERPRISE = "enterprise.own";

    /** Those of policy-service, who write drafts and decide on them. */
    public static final String MANAGE_POLICIES = "policy.manage";

    public static final String REVIEW_POLICIES = "policy.review";

    /** Of user-service: who may read which enterprises there are. */
    public static final String READ_ENTERPRISES = "user.enterprise.read";

    /** Scope of keys of the open interface; no role can hold it. */
    public static final String READ_BY_SYSTEM = "openapi.match.read";

    public static final DeclaredPermissions DECLARED = DeclaredPermissions.none()
            .borrowing(OWN_ENTERPRISE, MANAGE_POLICIES, REVIEW_POLICIES, READ_ENTERPRISES, READ_BY_SYSTEM);

    private MatchingPermissions() {}
}
