package cn.zhengqi.code;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with enterprise codes. */
public enum CodeProblem implements ProblemCode {
    FILE_TOO_LARGE(413, "文件过大，请上传不超过 10 MB 的文件"),
    TOO_MANY_FILES(429, "您上传而未使用的文件过多，请稍后再试"),
    FILE_EXPIRED(410, "该文件已超过保存期限，按规定清除"),
    FILE_TYPE_NOT_ALLOWED(415, "只能上传 PDF、JPG 或 PNG 文件"),

    CLAIM_ALREADY_OPEN(409, "您已提交该企业的领码申请，正在办理中"),
    TOO_MANY_OPEN_CLAIMS(409, "您有多件领码申请正在办理，请待其办结或撤回后再提交"),
    CLAIMS_USED_UP(429, "您今天提交的领码申请已达上限，请明天再试"),
    ENTERPRISE_ALREADY_CLAIMED(409, "该企业已领取企业码"),
    NOTHING_SUPPLEMENTED(422, "申请内容与退回前完全相同，请按退回理由修改后再提交"),
    ENTERPRISE_NOT_ACTIVE(422, "该企业的登记状态不是存续，不能领取企业码"),
    LEGAL_REP_MISMATCH(422, "法定代表人姓名与登记信息不一致"),
    APPLICANT_GONE(409, "申请人的账号已注销，申请不能通过"),
    APPLICANT_NO_MEMBER(409, "申请人已不是该企业的成员，重新认证不能通过"),
    CLAIM_IN_DOUBT(409, "法定代表人的证件号有疑问，不能批量通过，请打开这件申请单独审核"),
    REVIEWER_IS_APPLICANT(403, "不能审核自己提交的申请"),

    CODE_NOT_FOUND(404, "企业尚未领取企业码"),
    NOT_CERTIFIER(403, "只有办理企业认证的人可以解绑；您可以先重新认证"),
    NOT_ADMINISTRATOR(403, "只有企业管理员可以解绑本人认证的企业"),
    UNBOUND_ALREADY(409, "该企业已解绑，不需要再次操作"),
    ACTS_FOR_ANOTHER(409, "您现在代表的是另一家企业，请刷新页面后再操作"),
    APPLICATIONS_RUNNING(409, "企业还有未办结的融资申请、未结清的贷款，或办理中的政策申报、兑现申请，办结后才能解绑"),
    CODE_UNKNOWN(400, "无法识别的企业码"),
    CODE_FOREIGN(400, "该码不是本区签发的企业码"),
    CODE_EXPIRED(410, "企业码已过期，请对方刷新后重新出示"),
    CODE_USED(409, "该动态码已被使用，请对方刷新后重新出示"),
    DYNAMIC_CODE_REQUIRED(400, "须凭企业当场出示的动态码，静态码和印制的码不能用于系统读取"),
    STATIC_CODE_REVOKED(410, "该静态码已作废，请对方出示新的企业码"),
    CODE_FROZEN(403, "该企业码已被冻结"),
    CODE_REVOKED(403, "该企业码已注销"),
    SERVICE_CODE_UNKNOWN(404, "没有这个服务码，可能已被更换"),
    SERVICE_CODE_STOPPED(410, "该服务码已停用"),
    SANDBOX_DEMO_ONLY(403, "沙箱密钥只能读取演示企业"),
    RECEIVER_LEFT(409, "该机构已退出平台，不能再授权"),
    CONSENT_REQUIRED(403, "企业未授权"),
    CONSENT_WITHDRAWN(403, "企业已撤回授权"),
    CONSENT_EXPIRED(403, "企业的授权已到期");

    private final int status;
    private final String title;

    CodeProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
