package cn.zhengqi.user;

import cn.zhengqi.events.audit.AuditAction;

/** What is done here and goes on record (操作日志). */
public enum UserAction implements AuditAction {
    REFERENCE_ADDED("基础数据", "新增基础数据"),
    REFERENCE_CHANGED("基础数据", "修改基础数据"),
    REFERENCE_RETIRED("基础数据", "停用基础数据"),
    REFERENCE_RESTORED("基础数据", "恢复基础数据"),
    REFERENCE_DELETED("基础数据", "删除基础数据"),
    ROLE_CREATED("角色", "新增角色"),
    ROLE_CHANGED("角色", "修改角色"),
    ROLE_FIELDS_CHANGED("角色", "修改字段权限"),
    ROLE_DELETED("角色", "删除角色"),
    ACCOUNT_OPENED("机构账号", "创建机构账号"),
    ACCOUNT_CHANGED("机构账号", "修改机构账号"),
    ROLES_GRANTED("机构账号", "授予角色"),
    ACCOUNT_ENABLED("账号", "启用账号"),
    ACCOUNT_DISABLED("账号", "停用账号"),
    PASSWORD_RESET("账号", "重置密码"),
    SECOND_FACTOR_RESET("账号", "解除两步验证"),
    ENTERPRISES_EXPORTED("企业信息", "导出企业信息"),
    REFERENCE_EXPORTED("基础数据", "导出基础数据"),
    STAFF_EXPORTED("机构账号", "导出机构账号"),
    ENTERPRISE_ACCOUNTS_EXPORTED("企业用户", "导出企业用户"),
    ACCOUNTS_EXPORTED("账号", "导出用户账号"),
    ROLES_EXPORTED("角色", "导出角色");

    private final String subjectKind;
    private final String label;

    UserAction(String subjectKind, String label) {
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
