package cn.zhengqi.finance;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with loan products and applications. */
public enum FinanceProblem implements ProblemCode {
    PRODUCT_SUSPENDED(409, "该产品已暂停受理"),
    PRODUCT_NO_LONGER_OFFERED(409, "该产品已过银行设定的匹配日期，不再接受新申请"),
    SUSPENDED_BY_FINANCE_OFFICE(403, "该产品由金融办暂停，须由金融办恢复受理"),
    PRODUCT_ENTRY_OPEN(409, "该产品已有一个新版本正在录入或审核"),
    CRITERIA_FAULTY(422, "准入条件有误，请按提示修改"),
    OWN_PRODUCT_ENTRY(403, "不能审核自己提交的产品"),
    PIN_LIMIT_REACHED(409, "首页最多置顶三个产品，请先取消一个"),
    FAVOURITES_FULL(409, "收藏的贷款产品已有 500 项，请先删去不再关注的"),

    CODE_ENDED(403, "企业码已注销，重新领取企业码后才能申请融资"),
    CONSENT_REQUIRED(403, "请先同意将企业信息提供给所选银行"),
    CONSENT_NOT_GIVEN(403, "企业未授权"),
    CONSENT_WITHDRAWN(403, "企业已撤回授权"),
    CONSENT_EXPIRED(403, "企业的授权已到期"),
    REPORT_CASE_OVER(409, "该申请已办结或撤回，不能再查看企业信息报告"),
    REPORT_NOT_ALLOWED(403, "企业未授权本机构查看企业信息报告"),
    AMOUNT_OUT_OF_RANGE(422, "申请金额超出该产品的范围"),
    TERM_OUT_OF_RANGE(422, "贷款期限超出该产品的范围"),
    NOT_A_FIRST_LOAN(422, "企业在平台已有获批贷款，不能再以首贷申请，请选择新增贷款或续贷"),
    EARLIER_LOAN_REQUIRED(422, "续贷需指明原贷款"),
    EARLIER_LOAN_UNKNOWN(422, "所指原贷款不存在或未获批"),
    EARLIER_LOAN_OF_ANOTHER_BANK(422, "续贷须向批准原贷款的银行申请"),
    MATCH_RESULT_UNKNOWN(422, "所引用的匹配结果不存在"),
    APPLICATION_ALREADY_OPEN(409, "该产品已有一笔申请正在办理，请勿重复提交"),
    LOAN_DRAFT_GONE(409, "这份草稿已提交或已放弃"),
    APPLICATIONS_USED_UP(429, "本企业今天提交的融资申请已达上限，请明天再试"),

    GRANT_OUT_OF_RANGE(422, "授信额度应大于零且不超过申请金额"),
    RATE_OUT_OF_RANGE(422, "年利率应大于零且不超过 24%"),
    RATE_ABOVE_PRODUCT(422, "年利率不能高于该产品公布的最高年利率"),
    GRANT_BELOW_OFFER(422, "未按企业选定的报价批准的，请填写原因"),
    VALIDITY_OUT_OF_RANGE(422, "授信有效期不正确"),
    FIRST_LOAN_ALREADY_GRANTED(409, "该企业的首贷已由其他申请获批，本笔不能再按首贷批准，请按新增贷款批准"),
    REFUSAL_REASON_UNKNOWN(422, "请从目录中选择不通过原因"),
    REFUSAL_REASON_REQUIRED(422, "请填写不通过的具体原因"),

    APPLICATION_ALREADY_TAKEN(409, "该申请已有人办理"),
    ALREADY_HANDLED_SO(409, "该申请已由所选的人或网点办理"),
    APPLICATION_NOT_TAKEN(409, "该申请尚无人办理，请先认领"),
    APPLICATION_OF_COLLEAGUE(409, "该申请由其他同事办理，请先接手并写明原因"),
    HAND_OVER_REASON_REQUIRED(422, "请填写转办的原因"),
    OFFICER_UNKNOWN(422, "请选择列出的办理人"),
    BRANCH_UNKNOWN(422, "请选择列出的网点"),
    BRANCH_WITHOUT_OFFICER(422, "该网点没有能办理融资申请的人员"),
    OWN_CASES_ONLY(403, "只能转办自己办理的申请，其他申请请由负责人分派或转办"),
    MATERIAL_SUPPLIED_SINCE(409, "企业已按这一要求补充过材料"),
    ANSWERS_FAULTY(422, "文件有错误，没有登记任何答复"),

    DISBURSEMENT_EXCEEDS_GRANT(422, "累计放款不能超过授信额度"),
    DISBURSEMENT_DATE_OUT_OF_RANGE(422, "放款日期不正确"),
    DISBURSEMENT_RECORDED(409, "这一流水号的放款已登记"),
    DISBURSEMENT_ALIKE(409, "已登记过一笔日期和金额相同的放款"),
    NOTHING_DISBURSED(409, "尚未放款，不能结清"),

    DEMANDS_OPEN(409, "本企业已有三项融资需求在征集中，请先撤回一项，或等其结束后再发布"),
    DEMANDS_USED_UP(429, "本企业今天发布的融资需求已达上限，请明天再试"),
    DEMAND_ALREADY_CLAIMED(409, "本机构已认领过该需求"),
    CLAIM_OF_COLLEAGUE(409, "该需求由其他同事认领，由其答复；需要换人的，请本机构负责人答复"),
    DEMAND_FULL(409, "该需求已有五家机构认领，暂不能再认领"),
    DEMAND_HIDDEN(403, "企业尚未同意本机构查看其信息"),
    PRODUCT_OF_ANOTHER_BANK(422, "只能以本机构的产品报价"),
    OFFER_OUT_OF_RANGE(422, "报价金额不能超过需求金额"),
    OFFER_OVER(409, "该报价已过有效期，不能选定"),
    GIVE_BACK_REASON_UNKNOWN(422, "请从目录中选择退回原因"),
    GIVE_BACK_REASON_REQUIRED(422, "选择“其他原因”时请填写具体原因"),

    FILE_TOO_LARGE(413, "文件过大，请上传不超过 10 MB 的文件"),
    FILE_TYPE_NOT_ALLOWED(415, "只能上传 PDF、JPG 或 PNG 文件"),
    TOO_MANY_FILES(409, "未使用的文件太多，请先使用或移除已上传的文件"),
    APPLICATION_FILES_FULL(409, "一笔申请最多提交 60 份文件，合计不超过 200 MB"),

    OWN_ARTICLE(403, "不能审核自己编写或提交的内容"),
    SIGN_UP_NOT_OPEN(409, "报名还没有开始"),
    SIGN_UP_OVER(409, "报名已经截止"),
    ALREADY_SIGNED_UP(409, "本企业已报名该活动"),
    PEOPLE_OVER_LIMIT(409, "人数超过每家企业最多人数"),
    LIMIT_BELOW_SIGN_UP(409, "已有企业报名的人数超过每家企业最多人数"),
    PEOPLE_OVER_QUOTA(422, "报名人数超过了活动名额"),
    QUOTA_BELOW_TAKEN(409, "名额不能少于已报名的人数"),
    ACTIVITY_BEGUN(409, "活动已经开始，不能取消报名"),
    CHECK_IN_NOT_OPEN(409, "签到自活动开始前两小时起，到活动结束为止"),
    CHECK_IN_CODE_UNKNOWN(404, "没有找到这个签到码，请核对是否属于本活动"),
    ALREADY_CHECKED_IN(409, "该报名已经签到，不能重复签到"),
    NOT_ADMITTED(409, "该报名不在参加名单上，不能签到"),
    VISIT_OUT_OF_REACH(403, "只能登记本镇街企业的走访"),
    VISIT_ALREADY_RECORDED(409, "当天对该企业的走访已登记"),
    COORDINATION_OPEN(409, "该企业已在申报清单或推荐清单中，办结后才能再次申报"),
    BANKS_STILL_IN_TIME(409, "还有银行在承诺时限内，不能关闭"),
    COORDINATION_USED_UP(429, "本企业今天申报的次数已达上限，请明天再试"),
    CRITERIA_NOT_MET(422, "有标准未满足或尚未核查，不能推荐"),
    CRITERIA_KNOWN_BY_DATA(422, "该项标准由登记信息认定，不能人工改为其他结果"),
    BANK_UNKNOWN(422, "请选择列出的银行"),
    BANK_ALREADY_RECOMMENDED(409, "已推荐给该银行");

    private final int status;
    private final String title;

    FinanceProblem(int status, String title) {
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
