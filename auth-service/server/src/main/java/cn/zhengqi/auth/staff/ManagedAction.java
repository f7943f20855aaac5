package cn.zhengqi.auth.staff;

import cn.zhengqi.events.audit.AuditAction;

/** What administrators do to the accounts of others and goes on record (操作日志). */
enum ManagedAction implements AuditAction {
    STAFF_ACCOUNT_OPENED("机构账号", "开立登录账号"),
    STAFF_ACCOUNT_CHANGED("机构账号", "修改机构账号"),
    ENTERPRISE_ACCOUNT_OPENED("企业用户", "创建企业用户"),
    ENTERPRISE_ACCOUNT_CHANGED("企业用户", "修改企业用户"),
    ACCOUNT_ENABLED("账号", "启用账号"),
    ACCOUNT_DISABLED("账号", "停用账号"),
    PASSWORD_RESET("账号", "重置密码"),
    SECOND_FACTOR_RESET("账号", "解除两步验证");

    private final String subjectKind;
    private final String label;

    ManagedAction(String subjectKind, String label) {
        this.subjectKind = subjectKind;
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return subjectKind;
    }

    @Override
    public String label() {
        return label;
    }
}
