package cn.zhengqi.user;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.permission.DeclaredField;
import cn.zhengqi.kernel.permission.DeclaredFields;
import java.util.Set;

/** Fields of this service of which roles say who sees them. */
public final class UserFields {

    public static final String LEGAL_REP = "user.enterprise.legal-rep";
    public static final String LEGAL_REP_FOUND = "user.enterprise-search.legal-rep";
    public static final String ADDRESS = "user.enterprise.address";
    public static final String STAFF_PHONE = "user.staff.phone";
    public static final String ENTERPRISE_ACCOUNT_PHONE = "user.enterprise-account.phone";

    public static final DeclaredFields DECLARED = DeclaredFields.of(
            new DeclaredField(
                    LEGAL_REP,
                    "法定代表人",
                    "企业管理",
                    "企业信息",
                    Mask.NAME,
                    Set.of(UserPermissions.READ_ENTERPRISES, UserPermissions.OWN_ENTERPRISE)),
            new DeclaredField(
                    ADDRESS,
                    "住所",
                    "企业管理",
                    "企业信息",
                    Mask.ADDRESS,
                    Set.of(UserPermissions.READ_ENTERPRISES, UserPermissions.OWN_ENTERPRISE)),
            new DeclaredField(
                    LEGAL_REP_FOUND,
                    "法定代表人",
                    "企业管理",
                    "企业检索",
                    Mask.FAMILY_NAME,
                    Set.of(UserPermissions.READ_ENTERPRISES)),
            new DeclaredField(STAFF_PHONE, "手机号", "系统管理", "机构账号", Mask.PHONE, Set.of(UserPermissions.MANAGE_STAFF)),
            new DeclaredField(ENTERPRISE_ACCOUNT_PHONE, "手机号", "系统管理", "企业用户", Mask.PHONE, Set.of()));

    private UserFields() {}
}
