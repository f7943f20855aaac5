package cn.zhengqi.auth;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class AuthPermissions {

    public static final String READ_SIGN_IN_LOG = "auth.signin-log.read";

    public static final DeclaredPermissions DECLARED =
            DeclaredPermissions.of(new DeclaredPermission(READ_SIGN_IN_LOG, "查看登录日志", "系统管理", "登录日志"));

    private AuthPermissions() {}
}
