package cn.zhengqi.code;

/** Permissions that this service's routes ask for. */
public final class CodePermissions {

    public static final String CLAIM = "code.claim";
    public static final String REVIEW_CLAIMS = "code.claim.review";
    public static final String MANAGE = "code.manage";
    public static final String SCAN = "code.scan";
    public static final String OWN_ENTERPRISE = "enterprise.own";

    private CodePermissions() {}
}
