package cn.zhengqi.finance;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.permission.DeclaredField;
import cn.zhengqi.kernel.permission.DeclaredFields;
import java.util.Set;

/** Fields of this service of which roles say who sees them. */
public final class FinanceFields {

    public static final String CONTACT_NAME = "finance.application.contact-name";
    public static final String CONTACT_PHONE = "finance.application.contact-phone";

    public static final DeclaredFields DECLARED = DeclaredFields.of(
            new DeclaredField(
                    CONTACT_NAME,
                    "联系人",
                    "融资服务",
                    "融资申请",
                    Mask.NAME,
                    Set.of(
                            FinancePermissions.HANDLE_APPLICATIONS,
                            FinancePermissions.READ_ALL_APPLICATIONS,
                            FinancePermissions.APPLY)),
            new DeclaredField(
                    CONTACT_PHONE, "联系电话", "融资服务", "融资申请", Mask.PHONE, Set.of(FinancePermissions.HANDLE_APPLICATIONS)));

    private FinanceFields() {}
}
