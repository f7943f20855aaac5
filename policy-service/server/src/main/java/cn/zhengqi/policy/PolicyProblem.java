package cn.zhengqi.policy;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with policies. */
public enum PolicyProblem implements ProblemCode {
    POLICY_NOT_FOUND(404, "没有找到该政策"),
    POLICY_NOT_IN_FORCE(410, "该政策已撤下，不再展示"),
    WITHDRAWAL_REASON_REQUIRED(422, "请填写撤下的原因"),
    FAVOURITES_FULL(409, "收藏的政策已有 500 项，请先删去不再关注的"),
    DRAFT_NOT_FOUND(404, "没有找到该草稿，可能已被删除"),
    DRAFT_OPEN_ALREADY(409, "该政策已有一份未发布的草稿，请在那份草稿上修改"),
    POLICY_CODE_TAKEN(409, "该编号已被使用，请换一个"),
    SUCCESSOR_NOT_FOUND(422, "没有找到替代本政策的那项政策，请检查编号"),
    POLICY_OF_ANOTHER(403, "该政策由其他单位维护，您不能修改、审核、发布或撤下"),
    TAKEN_DOWN_BY_YOURSELF(409, "撤下的政策须由撤下人以外的同事重新发布；这项政策是您撤下的"),
    PUBLISHED_BY_AUTHOR(409, "草稿须由未参与撰写的同事审核发布；您写过这份草稿"),
    DRAFT_FAULTY(422, "草稿有几处待改，还不能提交审核"),
    CRITERIA_FAULTY(422, "申报条件有误，请按提示修改"),
    QUOTE_DIFFERS(422, "有条件的数值与引用的原文不一致"),
    GOLDEN_CASE_REQUIRED(422, "申报条件须有核验案例：至少一家可享的企业和一家不能享受的企业"),
    GOLDEN_CASE_FAILED(422, "有核验案例未通过"),
    DOCUMENT_TYPE_NOT_ALLOWED(415, "只能上传 Word（.docx）或 PDF 文件"),
    ATTACHMENT_TYPE_NOT_ALLOWED(415, "附件只能是 Word（.docx）、Excel（.xlsx）、PDF、JPG 或 PNG 文件，且不能含宏"),
    ATTACHMENT_NAME_TAKEN(409, "已有同名的附件，请先删除原附件，或改名后上传"),
    TOO_MANY_ATTACHMENTS(409, "一版政策最多 20 个附件，请先删除不需要的"),
    DOCUMENT_WITHOUT_TEXT(422, "文件里没有可读的文字，可能是扫描件；请先做文字识别，或直接粘贴文字"),
    DOCUMENT_TOO_LONG(413, "文字过长，请只粘贴写明条件的部分，或分几次"),

    POLICY_NOT_PUBLISHED(422, "申报项目只能建在已发布的政策下"),
    POLICY_NOT_BEGUN(409, "该项目依据的政策尚未施行"),
    POLICY_OVER(409, "该项目依据的政策已到期或已被替代，不再受理"),
    FORM_INVALID(422, "表单设置有误"),
    STEP_WITHOUT_PEOPLE(422, "有环节的办理部门没有可以办理政策申报的人员"),
    STEP_PEOPLE_TOO_FEW(422, "有环节的办理部门经办人员不足"),
    FORM_LOSES_FIELDS(409, "修改会丢失企业已填报的内容"),
    WINDOW_CLOSED(409, "该项目现在不能申报；已填写的内容仍保留在草稿中"),
    QUOTA_REACHED(409, "该项目的申报名额已满，已填写的内容仍保留在草稿中"),
    NOT_ELIGIBLE(409, "按现有信息，企业不符合该项目的申报条件"),
    AUDIENCE_CHANGED(409, "该项目的申报对象刚刚调整，请核对申报条件后再试"),
    DECLARATION_ALREADY_OPEN(409, "企业在该项目下已有一份申报，请勿重复申报"),
    FIELD_NOT_MARKED(422, "只能修改退回时标注的内容"),
    NOTHING_SUPPLEMENTED(422, "退回时标注的内容都没有修改，请补正后再提交"),
    NOTHING_MARKED(422, "请标注需要补正的字段或材料"),
    COLLEAGUE_UNKNOWN(422, "没有找到可以承办该申报的同事，可能已停用或调离，请重新选择"),
    HANDLED_BY_ANOTHER(409, "该申报由其他经办人承办"),
    PASSED_BEFORE_BY_SAME_PERSON(409, "该环节须由未办理前面环节的人员办理"),
    REDEMPTION_CLOSED(409, "该项目现在不在兑付时间内"),
    REDEMPTION_ALREADY_OPEN(409, "企业在该项目下已有一份兑付申请，请勿重复申请"),
    REDEMPTION_EXCLUDED(409, "企业已申请或享受与本项目互斥的政策，不可同时享受"),
    BUDGET_EXHAUSTED(409, "该项目的可用预算不足"),
    AMOUNT_NOTHING(422, "按规则没有可兑付的金额"),
    ACCOUNT_OF_ANOTHER(422, "收款账户的户名须与企业名称一致"),
    OFFERS_FAULTY(422, "名单有误，没有确认任何一家"),
    NOTICE_OVER(409, "该公示已结束，不能再提出异议"),
    NOTICE_RUNNING(409, "公示期未满，期满后才能通过"),
    OBJECTION_UNANSWERED(409, "该公示有异议尚未处理，答复后才能通过"),
    OWN_NOTICE(409, "公示的是本企业的事项，不能对其提出异议；如有疑问，请联系公示部门"),
    OBJECTION_OPEN_ALREADY(409, "您对该公示的异议正在处理，请等待答复"),
    NOT_PAYABLE(422, "有申请不能列入支付批次"),
    KEPT_BY_YOURSELF(409, "有您决定仍予支付的申请，支付批次须由其他同事复核"),
    PREPARED_BY_YOURSELF(409, "支付批次须由编制人以外的同事复核"),
    RETURN_OPEN_ALREADY(409, "该笔支付的退回已登记，请等待确认"),
    RETURN_REFERENCE_TAKEN(409, "该退回流水号已登记在另一笔支付的退回中"),
    TOLD_BY_YOURSELF(409, "支付退回须由登记人以外的同事确认"),
    RESULTS_FAULTY(422, "支付结果文件有误，没有登记任何结果"),
    FILE_TOO_LARGE(413, "文件过大，请上传不超过 10 MB 的文件"),
    FILE_TYPE_NOT_ALLOWED(415, "只能上传 PDF、JPG 或 PNG 文件"),
    TOO_MANY_FILES(409, "未使用的文件太多，请先使用已上传的文件");

    private final int status;
    private final String title;

    PolicyProblem(int status, String title) {
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
