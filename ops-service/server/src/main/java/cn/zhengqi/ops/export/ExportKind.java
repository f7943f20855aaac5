package cn.zhengqi.ops.export;

import cn.zhengqi.ops.OpsPermissions;

/** Lists that can be taken out by a job, and who may take them out. */
public enum ExportKind {
    OPERATIONS("操作日志", OpsPermissions.READ_AUDIT),
    SIGN_INS("登录日志", OpsPermissions.READ_SIGN_IN_LOG);

    private final String title;
    private final String permission;

    ExportKind(String title, String permission) {
        this.title = title;
        this.permission = permission;
    }

    public String title() {
        return title;
    }

    String permission() {
        return permission;
    }
}
