package cn.zhengqi.code.servicecode;

/** What a code can open. Where that is on a phone, the application knows. */
enum OfferedService {
    POLICIES("惠企政策", false),
    POLICY("政策查看与办理", true),
    LOANS("贷款产品", false),
    LOAN("贷款产品申请", true),
    MATCH("政策与贷款智能匹配", false),
    REPORT("政策申报规划报告", false),
    CLAIM("领取企业码", false),
    CODE("出示企业码", false),
    PROFILE("完善企业画像", false),
    CONSENTS("数据授权", false);

    private final String label;
    private final boolean ofOneThing;

    OfferedService(String label, boolean ofOneThing) {
        this.label = label;
        this.ofOneThing = ofOneThing;
    }

    String label() {
        return label;
    }

    /** Whether it opens one policy, one product, and so has to say which. */
    boolean ofOneThing() {
        return ofOneThing;
    }
}
