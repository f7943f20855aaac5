package cn.zhengqi.matching.profile;

import cn.zhengqi.events.audit.AuditAction;

/** What is done to profiles, or asked of many of them, and goes on record (操作日志). */
enum ProfileAction implements AuditAction {
    FACTS_REPORTED("填报企业画像"),
    TAX_DATA_AUTHORIZED("授权涉税数据"),
    TAX_DATA_WITHDRAWN("收回涉税数据授权"),
    OWNERS_FACTS_COUNTED("按只对企业本人可见的数据统计企业");

    private final String label;

    ProfileAction(String label) {
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return "企业画像";
    }

    @Override
    public String label() {
        return label;
    }
}
