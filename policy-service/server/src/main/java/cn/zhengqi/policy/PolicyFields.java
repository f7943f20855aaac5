package cn.zhengqi.policy;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.permission.DeclaredField;
import cn.zhengqi.kernel.permission.DeclaredFields;
import java.util.Set;

/** Fields of this service of which roles say who sees them. */
public final class PolicyFields {

    public static final String CONTACT_NAME = "policy.declaration.contact-name";
    public static final String CONTACT_PHONE = "policy.declaration.contact-phone";

    /** Who did something for the enterprise about a redemption. */
    public static final String REDEMPTION_APPLICANT = "policy.redemption.applicant-name";

    public static final DeclaredFields DECLARED = DeclaredFields.of(
            new DeclaredField(
                    CONTACT_NAME,
                    "联系人",
                    "政策服务",
                    "政策申报",
                    Mask.NAME,
                    Set.of(PolicyPermissions.HANDLE_DECLARATIONS, PolicyPermissions.DECLARE)),
            new DeclaredField(CONTACT_PHONE, "联系电话", "政策服务", "政策申报", Mask.PHONE, Set.of(PolicyPermissions.DECLARE)),
            new DeclaredField(
                    REDEMPTION_APPLICANT,
                    "申请人",
                    "政策服务",
                    "政策兑现",
                    Mask.NAME,
                    Set.of(PolicyPermissions.HANDLE_REDEMPTION, PolicyPermissions.REDEEM)));

    private PolicyFields() {}
}
