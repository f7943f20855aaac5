package cn.zhengqi.code;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.permission.DeclaredField;
import cn.zhengqi.kernel.permission.DeclaredFields;
import java.util.Set;

/** Fields of this service of which roles say who sees them. */
public final class CodeFields {

    public static final String LEGAL_REP_ID_NUMBER = "code.claim.legal-rep-id-number";
    public static final String LEGAL_REP = "code.claim.legal-rep";
    public static final String ADDRESS = "code.claim.address";
    public static final String LEGAL_REP_ON_CARD = "code.card.legal-rep";
    public static final String ADDRESS_ON_CARD = "code.card.address";
    public static final String SHAREHOLDER_ON_CARD = "code.card.shareholder";
    public static final String APPLICANT_NAME = "code.claim.applicant-name";
    public static final String AGENT_NAME = "code.claim.agent-name";
    public static final String AGENT_PHONE = "code.claim.agent-phone";

    public static final DeclaredFields DECLARED = DeclaredFields.of(
            new DeclaredField(
                    LEGAL_REP,
                    "法定代表人",
                    "企业码",
                    "领码审核",
                    Mask.NAME,
                    Set.of(CodePermissions.REVIEW_CLAIMS, CodePermissions.CLAIM)),
            new DeclaredField(ADDRESS, "住所", "企业码", "领码审核", Mask.ADDRESS, Set.of(CodePermissions.REVIEW_CLAIMS)),
            new DeclaredField(LEGAL_REP_ID_NUMBER, "法定代表人证件号", "企业码", "领码审核", Mask.ID_NUMBER, Set.of()),
            new DeclaredField(
                    APPLICANT_NAME,
                    "申请人",
                    "企业码",
                    "领码审核",
                    Mask.NAME,
                    Set.of(CodePermissions.REVIEW_CLAIMS, CodePermissions.CLAIM)),
            new DeclaredField(
                    AGENT_NAME,
                    "经办人",
                    "企业码",
                    "领码审核",
                    Mask.NAME,
                    Set.of(CodePermissions.REVIEW_CLAIMS, CodePermissions.CLAIM)),
            new DeclaredField(AGENT_PHONE, "经办人电话", "企业码", "领码审核", Mask.PHONE, Set.of()),
            new DeclaredField(
                    LEGAL_REP_ON_CARD,
                    "法定代表人",
                    "企业码",
                    "扫码核验",
                    Mask.NAME,
                    Set.of(CodePermissions.SCAN, CodePermissions.OWN_ENTERPRISE, CodePermissions.CARD_BY_SYSTEM)),
            new DeclaredField(
                    ADDRESS_ON_CARD,
                    "住所",
                    "企业码",
                    "扫码核验",
                    Mask.ADDRESS,
                    Set.of(CodePermissions.SCAN, CodePermissions.OWN_ENTERPRISE, CodePermissions.CARD_BY_SYSTEM)),
            new DeclaredField(
                    SHAREHOLDER_ON_CARD,
                    "股东",
                    "企业码",
                    "扫码核验",
                    Mask.NAME,
                    Set.of(CodePermissions.SCAN, CodePermissions.OWN_ENTERPRISE, CodePermissions.CARD_BY_SYSTEM)));

    private CodeFields() {}
}
