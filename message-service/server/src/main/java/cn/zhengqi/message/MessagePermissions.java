package cn.zhengqi.message;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class MessagePermissions {

    public static final String READ_PUSH_LOG = "message.push-log.read";

    public static final DeclaredPermissions DECLARED =
            DeclaredPermissions.of(new DeclaredPermission(READ_PUSH_LOG, "查看信息推送日志", "系统管理", "信息推送日志"));

    private MessagePermissions() {}
}
