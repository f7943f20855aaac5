package cn.zhengqi.finance;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.permission.DeclaredField;
import cn.zhengqi.kernel.permission.DeclaredFields;
import java.util.Set;

/** Fields of this service of which roles say who sees them. */
public final class FinanceFields {

    public static final String CONTACT_NAME = "finance.application.contact-name";
    public static final String CONTACT_PHONE = "finance.application.contact-phone";

    public static final String LEGAL_REP = "finance.application.legal-rep";
    public static final String ADDRESS = "finance.application.address";

    public static final String DEMAND_CONTACT_NAME = "finance.demand.contact-name";
    public static final String DEMAND_CONTACT_PHONE = "finance.demand.contact-phone";

    public static final String SIGN_UP_CONTACT_NAME = "finance.sign-up.contact-name";
    public static final String SIGN_UP_CONTACT_PHONE = "finance.sign-up.contact-phone";
    public static final String COORDINATION_CONTACT_NAME = "finance.coordination.contact-name";
    public static final String COORDINATION_CONTACT_PHONE = "finance.coordination.contact-phone";

    public static final String REPORT_CASE_NUMBER = "finance.report.case-number";

    private static final Set<String> READERS = Set.of(
            FinancePermissions.HANDLE_APPLICATIONS,
            FinancePermissions.READ_ALL_APPLICATIONS,
            FinancePermissions.HANDLE_BY_SYSTEM);

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
                            FinancePermissions.APPLY,
                            FinancePermissions.HANDLE_BY_SYSTEM)),
            new DeclaredField(
                    CONTACT_PHONE, "联系电话", "融资服务", "融资申请", Mask.PHONE, Set.of(FinancePermissions.HANDLE_APPLICATIONS)),
            new DeclaredField(LEGAL_REP, "法定代表人", "融资服务", "融资申请", Mask.NAME, READERS),
            new DeclaredField(ADDRESS, "住所", "融资服务", "融资申请", Mask.ADDRESS, READERS),
            new DeclaredField(
                    REPORT_CASE_NUMBER,
                    "案号、文号",
                    "融资服务",
                    "企业信息报告",
                    Mask.ACCOUNT_NUMBER,
                    Set.of(FinancePermissions.HANDLE_APPLICATIONS, FinancePermissions.CLAIM_DEMANDS)),
            new DeclaredField(
                    DEMAND_CONTACT_NAME,
                    "联系人",
                    "融资服务",
                    "融资需求",
                    Mask.NAME,
                    Set.of(FinancePermissions.CLAIM_DEMANDS, FinancePermissions.POST_DEMANDS)),
            new DeclaredField(
                    DEMAND_CONTACT_PHONE, "联系电话", "融资服务", "融资需求", Mask.PHONE, Set.of(FinancePermissions.CLAIM_DEMANDS)),
            new DeclaredField(
                    SIGN_UP_CONTACT_NAME,
                    "联系人",
                    "融资服务",
                    "金融活动",
                    Mask.NAME,
                    Set.of(FinancePermissions.MANAGE_ACTIVITIES, FinancePermissions.SIGN_UP)),
            new DeclaredField(
                    SIGN_UP_CONTACT_PHONE,
                    "联系电话",
                    "融资服务",
                    "金融活动",
                    Mask.PHONE,
                    Set.of(FinancePermissions.MANAGE_ACTIVITIES)),
            new DeclaredField(
                    COORDINATION_CONTACT_NAME,
                    "联系人",
                    "融资服务",
                    "小微融资协调",
                    Mask.NAME,
                    Set.of(
                            FinancePermissions.COORDINATE,
                            FinancePermissions.ANSWER_RECOMMENDATIONS,
                            FinancePermissions.DECLARE_NEED)),
            new DeclaredField(
                    COORDINATION_CONTACT_PHONE,
                    "联系电话",
                    "融资服务",
                    "小微融资协调",
                    Mask.PHONE,
                    Set.of(FinancePermissions.COORDINATE, FinancePermissions.ANSWER_RECOMMENDATIONS)));

    private FinanceFields() {}
}
