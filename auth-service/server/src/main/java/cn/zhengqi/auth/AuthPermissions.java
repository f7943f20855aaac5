package cn.zhengqi.auth;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class AuthPermissions {

    /** Of one's own enterprise or institution, whoever applied for them. */
    public static final String OWN_KEYS = "openapi.own";

    public static final String QUERY_KEYS = "openapi.query";
    public static final String READ_KEY = "openapi.detail";
    public static final String REVIEW_KEYS = "openapi.review";
    public static final String REVOKE_KEYS = "openapi.revoke";
    public static final String EXPORT_KEYS = "openapi.export";

    public static final String READ_APPS = "auth.app.read";
    public static final String MANAGE_APPS = "auth.app.manage";

    public static final DeclaredPermissions DECLARED = DeclaredPermissions.of(
            new DeclaredPermission(OWN_KEYS, "申请和管理本单位的接口密钥", "开放接口", "接口密钥"),
            new DeclaredPermission(QUERY_KEYS, "查询接口密钥", "系统管理", "开放接口"),
            new DeclaredPermission(READ_KEY, "查看接口密钥详情和调用记录", "系统管理", "开放接口"),
            new DeclaredPermission(REVIEW_KEYS, "审核接口密钥申请", "系统管理", "开放接口"),
            new DeclaredPermission(REVOKE_KEYS, "注销接口密钥", "系统管理", "开放接口"),
            new DeclaredPermission(EXPORT_KEYS, "导出接口密钥", "系统管理", "开放接口"),
            new DeclaredPermission(READ_APPS, "查看接入应用", "系统管理", "接入应用"),
            new DeclaredPermission(MANAGE_APPS, "登记、修改和停用接入应用，生成其密钥", "系统管理", "接入应用"));

    private AuthPermissions() {}
}
