package cn.zhengqi.code;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class CodePermissions {

    public static final String CLAIM = "code.claim";
    public static final String REVIEW_CLAIMS = "code.claim.review";
    public static final String REVEAL_CLAIMS = "code.claim.reveal";
    public static final String MANAGE = "code.manage";
    public static final String SCAN = "code.scan";
    public static final String READ_PROCESSING = "code.processing.read";
    public static final String OWN_ENTERPRISE = "enterprise.own";

    /** To replace the printed code of the own enterprise, and to unbind it for whoever has certified it: who handed it over ends it no more. */
    public static final String MANAGE_OWN = "code.own.manage";

    /** To say for the own enterprise who may read what of it. */
    public static final String CONSENT = "enterprise.consent";

    public static final String SUPERVISE_REVIEWS = "code.promise.supervise";

    /** Of user-service. */
    public static final String KEEP_TERMS = "user.reference.manage";

    /** Scopes of keys of the open interface; no role can hold them. */
    public static final String VERIFY_BY_SYSTEM = "openapi.code.verify";

    public static final String CARD_BY_SYSTEM = "openapi.card.read";

    public static final DeclaredPermissions DECLARED = DeclaredPermissions.of(
                    new DeclaredPermission(CLAIM, "领取企业码", "企业门户", "在线领码"),
                    new DeclaredPermission(MANAGE_OWN, "作废并更换本企业的静态码，解绑本人认证的企业", "企业门户", "企业码"),
                    new DeclaredPermission(CONSENT, "代表本企业授权、调整和收回数据授权", "企业门户", "数据授权"),
                    new DeclaredPermission(REVIEW_CLAIMS, "审核领码申请", "企业码", "领码审核"),
                    new DeclaredPermission(REVEAL_CLAIMS, "凭理由查看领码申请的明文", "企业码", "领码审核"),
                    new DeclaredPermission(SUPERVISE_REVIEWS, "督办领码审核的办理时限", "企业码", "时限看板"),
                    new DeclaredPermission(MANAGE, "管理企业码（冻结、注销、换发、级别）、服务码和介绍页", "企业码", "企业码管理"),
                    new DeclaredPermission(SCAN, "扫码核验", "企业码", "扫码核验"),
                    new DeclaredPermission(READ_PROCESSING, "查看数据处理登记", "系统管理", "数据处理登记"))
            .borrowing(OWN_ENTERPRISE, KEEP_TERMS, VERIFY_BY_SYSTEM, CARD_BY_SYSTEM);

    private CodePermissions() {}
}
