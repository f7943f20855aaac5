package cn.zhengqi.message;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class MessagePermissions {

    public static final String READ_PUSH_LOG = "message.push-log.read";

    public static final String READ_NOTIFICATIONS = "message.notification.read";
    public static final String MANAGE_NOTIFICATIONS = "message.notification.manage";

    /** Of what others wrote; never of one's own. */
    public static final String APPROVE_NOTIFICATIONS = "message.notification.approve";

    /** What people are told of events, of the whole platform. */
    public static final String READ_TEMPLATES = "message.template.read";

    public static final String MANAGE_TEMPLATES = "message.template.manage";

    /** What did not arrive (未送达通知), again. */
    public static final String RESEND = "message.undelivered.resend";

    /** Of matching-service and user-service: who may know of an enterprise its tags, and what its profile says. */
    public static final String READ_TAGS = "match.tag.read";

    public static final String READ_ENTERPRISES = "user.enterprise.read";

    /** Of finance-service: who may know which enterprises applied to a bank. */
    public static final String HANDLE_APPLICATIONS = "finance.application.handle";

    public static final String READ_ALL_APPLICATIONS = "finance.application.read-all";

    public static final DeclaredPermissions DECLARED = DeclaredPermissions.of(
                    new DeclaredPermission(READ_PUSH_LOG, "查看信息推送日志", "系统管理", "信息推送日志"),
                    new DeclaredPermission(READ_NOTIFICATIONS, "查看消息通知", "系统管理", "消息通知"),
                    new DeclaredPermission(MANAGE_NOTIFICATIONS, "编写、发送和取消消息通知", "系统管理", "消息通知"),
                    new DeclaredPermission(APPROVE_NOTIFICATIONS, "审批他人编写的消息通知", "系统管理", "消息通知"),
                    new DeclaredPermission(READ_TEMPLATES, "查看系统消息", "系统管理", "系统消息"),
                    new DeclaredPermission(MANAGE_TEMPLATES, "修改、停用和试发系统消息", "系统管理", "系统消息"),
                    new DeclaredPermission(RESEND, "查看和重发未送达通知", "系统管理", "未送达通知"))
            .borrowing(READ_TAGS, READ_ENTERPRISES, HANDLE_APPLICATIONS, READ_ALL_APPLICATIONS);

    private MessagePermissions() {}
}
