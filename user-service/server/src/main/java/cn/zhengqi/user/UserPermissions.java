package cn.zhengqi.user;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class UserPermissions {

    public static final String OWN_ENTERPRISE = "enterprise.own";
    public static final String MANAGE_MEMBERS = "enterprise.members";
    public static final String READ_ENTERPRISES = "user.enterprise.read";
    public static final String SET_PARK = "user.enterprise.park";
    public static final String READ_ACCOUNTS = "user.account.read";
    public static final String MANAGE_ENTERPRISE_USERS = "user.enterprise-account.manage";
    public static final String REVEAL_ENTERPRISE_USERS = "user.enterprise-account.reveal";
    public static final String MANAGE_STAFF = "user.staff.manage";
    public static final String GRANT_ROLES = "user.staff.grant";
    public static final String READ_ROLES = "user.role.read";
    public static final String MANAGE_ROLES = "user.role.manage";
    public static final String GRANT_ANY = "user.role.grant-any";
    public static final String READ_INSTITUTIONS = "user.institution.read";
    public static final String MANAGE_INSTITUTIONS = "user.institution.manage";
    public static final String MANAGE_BANKS = "user.bank.manage";
    public static final String REVIEW_ADMISSIONS = "user.admission.review";
    public static final String MANAGE_REFERENCE = "user.reference.manage";

    public static final DeclaredPermissions DECLARED = DeclaredPermissions.of(
            new DeclaredPermission(OWN_ENTERPRISE, "使用本企业的数据与服务", "企业门户", "企业中心"),
            new DeclaredPermission(MANAGE_MEMBERS, "邀请、移出本企业成员并授予角色", "企业门户", "成员管理"),
            new DeclaredPermission(READ_ENTERPRISES, "查看与导出企业信息", "企业管理", "企业信息"),
            new DeclaredPermission(SET_PARK, "将企业划入园区", "企业管理", "企业信息"),
            new DeclaredPermission(READ_ACCOUNTS, "查看账号", "系统管理", "用户账号"),
            new DeclaredPermission(MANAGE_ENTERPRISE_USERS, "创建、修改、启用、停用企业用户及重置密码", "系统管理", "企业用户"),
            new DeclaredPermission(REVEAL_ENTERPRISE_USERS, "凭理由查看企业用户的明文", "系统管理", "企业用户"),
            new DeclaredPermission(MANAGE_STAFF, "创建、修改、启用、停用机构账号及重置密码", "系统管理", "机构账号"),
            new DeclaredPermission(GRANT_ROLES, "授予机构账号角色", "系统管理", "机构账号"),
            new DeclaredPermission(READ_ROLES, "查看角色与权限", "系统管理", "角色权限"),
            new DeclaredPermission(MANAGE_ROLES, "创建、修改、删除角色", "系统管理", "角色权限"),
            new DeclaredPermission(GRANT_ANY, "授予本人没有的权限", "系统管理", "角色权限"),
            new DeclaredPermission(READ_INSTITUTIONS, "查看与导出机构", "系统管理", "机构管理"),
            new DeclaredPermission(MANAGE_INSTITUTIONS, "新增、修改、停用本机构及下级", "系统管理", "机构管理"),
            new DeclaredPermission(MANAGE_BANKS, "新增、修改、停用金融机构及网点", "融资服务", "金融机构"),
            new DeclaredPermission(REVIEW_ADMISSIONS, "审核商会、服务机构的入驻申请", "系统管理", "入驻审核"),
            new DeclaredPermission(MANAGE_REFERENCE, "维护字典、行业、区划、镇街、园区、工作日历与承诺时限", "系统管理", "基础数据"));

    private UserPermissions() {}
}
