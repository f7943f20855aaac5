package cn.zhengqi.user;

import cn.zhengqi.events.audit.AuditAction;

/** What is done here and goes on record (操作日志). */
public enum UserAction implements AuditAction {
    REFERENCE_ADDED("基础数据", "新增基础数据"),
    REFERENCE_CHANGED("基础数据", "修改基础数据"),
    REFERENCE_RETIRED("基础数据", "停用基础数据"),
    REFERENCE_RESTORED("基础数据", "恢复基础数据"),
    CALENDAR_DAY_CHANGED("工作日历", "修改工作日历"),
    CALENDAR_IMPORTED("工作日历", "导入工作日历"),
    CALENDAR_WITHDRAWN("工作日历", "撤回年度安排"),
    REFERENCE_DELETED("基础数据", "删除基础数据"),
    INSTITUTION_CREATED("机构", "新增机构"),
    INSTITUTION_CHANGED("机构", "修改机构"),
    INSTITUTION_RETIRED("机构", "停用机构"),
    INSTITUTION_RESTORED("机构", "恢复机构"),
    INSTITUTIONS_EXPORTED("机构", "导出机构"),
    ADMISSION_SUBMITTED("入驻申请", "提交入驻申请"),
    ADMISSION_APPROVED("入驻申请", "通过入驻申请"),
    ADMISSION_REJECTED("入驻申请", "不通过入驻申请"),
    ADMISSION_FILE_VIEWED("入驻申请", "查看入驻材料"),
    ROLE_CREATED("角色", "新增角色"),
    ROLE_CHANGED("角色", "修改角色"),
    ROLE_FIELDS_CHANGED("角色", "修改字段权限"),
    ROLE_SCOPES_CHANGED("角色", "修改数据权限"),
    ROLE_DELETED("角色", "删除角色"),
    COLLEAGUE_INVITED("企业成员", "邀请企业成员"),
    INVITATION_WITHDRAWN("企业成员", "撤回邀请"),
    INVITATION_ACCEPTED("企业成员", "接受邀请"),
    INVITATION_DECLINED("企业成员", "谢绝邀请"),
    COLLEAGUE_ROLE_CHANGED("企业成员", "调整成员角色"),
    COLLEAGUE_REMOVED("企业成员", "移出企业成员"),
    COLLEAGUE_LEFT("企业成员", "退出企业"),
    ENTERPRISE_HANDED_OVER("企业成员", "移交企业管理员"),
    ACCOUNT_OPENED("机构账号", "创建机构账号"),
    FIRST_ADMINISTRATOR_OPENED("机构账号", "开通首批管理员"),
    ROLES_GRANTED("机构账号", "授予角色"),
    ENTERPRISES_EXPORTED("企业信息", "导出企业信息"),
    ENTERPRISE_PARK_SET("企业信息", "划入园区"),
    REGISTRATIONS_EXPORTED("企业信息", "下载企业分析数据"),
    REFERENCE_EXPORTED("基础数据", "导出基础数据"),
    STAFF_EXPORTED("机构账号", "导出机构账号"),
    ENTERPRISE_ACCOUNT_FIELD_REVEALED("企业用户", "查看明文"),
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
