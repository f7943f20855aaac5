package cn.zhengqi.user;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class UserPermissions {

    public static final String OWN_ENTERPRISE = "enterprise.own";
    public static final String READ_ENTERPRISES = "user.enterprise.read";
    public static final String READ_ACCOUNTS = "user.account.read";
    public static final String MANAGE_ENTERPRISE_USERS = "user.enterprise-account.manage";
    public static final String MANAGE_STAFF = "user.staff.manage";
    public static final String GRANT_ROLES = "user.staff.grant";
    public static final String READ_ROLES = "user.role.read";
    public static final String MANAGE_ROLES = "user.role.manage";
    public static final String GRANT_ANY = "user.role.grant-any";

    public static final String MANAGE_REFERENCE = "user.reference.manage";

    public static final DeclaredPermissions DECLARED = DeclaredPermissions.of(
            new DeclaredPermission(OWN_ENTERPRISE, "使用本企业的数据与服务", "企业门户", "企业中心"),
            new DeclaredPermission(READ_ENTERPRISES, "查看与导出企业信息", "企业", "企业信息"),
            new DeclaredPermission(READ_ACCOUNTS, "查看账号", "系统管理", "用户账号"),
            new DeclaredPermission(MANAGE_ENTERPRISE_USERS, "启用、停用企业用户及重置密码", "系统管理", "企业用户"),
            new DeclaredPermission(MANAGE_STAFF, "创建、修改、启用、停用机构账号及重置密码", "系统管理", "机构账号"),
            new DeclaredPermission(GRANT_ROLES, "授予机构账号角色", "系统管理", "机构账号"),
            new DeclaredPermission(READ_ROLES, "查看角色与权限", "系统管理", "角色权限"),
            new DeclaredPermission(MANAGE_ROLES, "创建、修改、删除角色", "系统管理", "角色权限"),
            new DeclaredPermission(GRANT_ANY, "授予本人没有的权限", "系统管理", "角色权限"),
            new DeclaredPermission(MANAGE_REFERENCE, "维护字典、行业、区划、镇街与园区", "系统管理", "基础数据"));

    private UserPermissions() {}
}
