package cn.zhengqi.user;

/** Permissions that this service's routes ask for. */
public final class UserPermissions {

    public static final String OWN_ENTERPRISE = "enterprise.own";
    public static final String READ_ENTERPRISES = "user.enterprise.read";
    public static final String READ_ACCOUNTS = "user.account.read";

    private UserPermissions() {}
}
