package cn.zhengqi.finance;

import cn.zhengqi.events.audit.AuditAction;

/** What is done here and goes on record (操作日志). */
public enum FinanceAction implements AuditAction {
    LOAN_DRAFT_DISCARDED("融资申请", "放弃融资申请草稿"),
    APPLICATION_SUBMITTED("融资申请", "提交融资申请"),
    APPLICATION_WITHDRAWN("融资申请", "撤回融资申请"),
    APPLICATION_TAKEN("融资申请", "认领融资申请"),
    APPLICATION_ASSIGNED("融资申请", "分派融资申请"),
    APPLICATION_HANDED_OVER("融资申请", "转办融资申请"),
    BRANCH_TOWNS_CHANGED("网点分工", "修改网点负责的镇街"),
    ANSWER_SHEET_TAKEN("融资申请", "导出待答复的融资申请"),
    ANSWERS_IMPORTED("融资申请", "导入融资申请的答复"),
    APPLICATION_ACCEPTED("融资申请", "受理融资申请"),
    MATERIAL_ASKED("融资申请", "要求补充材料"),
    MATERIAL_SUPPLIED("融资申请", "补充材料"),
    FILES_ADDED("融资申请", "补交文件"),
    APPLICATION_FILE_STORED("融资申请", "上传融资申请的文件"),
    APPLICATION_FILE_TAKEN_BACK("融资申请", "撤回未使用的融资申请文件"),
    APPLICATION_FILE_READ("融资申请", "查看融资申请的文件"),
    APPLICATION_APPROVED("融资申请", "审批通过融资申请"),
    APPLICATION_REFUSED("融资申请", "不通过融资申请"),
    APPLICATION_DISBURSED("融资申请", "登记放款"),
    APPLICATION_SETTLED("融资申请", "登记结清"),
    APPLICATION_URGED("融资申请", "催办融资申请"),
    EXTENSION_ASKED("承诺时限", "申请延期答复"),
    EXTENSION_DECIDED("承诺时限", "审批延期申请"),
    PROMISES_EXPORTED("承诺时限", "导出时限看板"),
    ANSWER_TERM_CHANGED("承诺时限", "修改银行答复的承诺时限"),
    ENTERPRISE_READ("融资申请", "查看申请企业信息"),
    REPORT_READ("企业信息报告", "查看企业信息报告"),
    REPORT_TAKEN_OUT("企业信息报告", "下载企业信息报告"),
    APPLICATION_FIELD_REVEALED("融资申请", "查看明文"),
    DEMAND_POSTED("融资需求", "发布融资需求"),
    DEMAND_WITHDRAWN("融资需求", "撤回融资需求"),
    DEMAND_CHOSEN("融资需求", "选定报价"),
    DEMAND_SHOWN("融资需求", "同意银行查看企业信息"),
    DEMAND_HIDDEN("融资需求", "撤回对银行查看的同意"),
    DEMAND_CLAIMED("融资需求", "认领融资需求"),
    DEMAND_OFFERED("融资需求", "为融资需求报价"),
    DEMAND_GIVEN_BACK("融资需求", "退回融资需求"),
    DEMAND_ENTERPRISE_READ("融资需求", "查看需求企业信息"),
    DEMAND_URGED("融资需求", "催办融资需求"),
    DEMANDS_EXPORTED("融资需求", "导出融资需求"),
    VISIT_FILE_STORED("小微融资协调", "上传走访照片或材料"),
    VISIT_FILE_TAKEN_BACK("小微融资协调", "撤回未使用的走访照片或材料"),
    VISIT_RECORDED("小微融资协调", "登记走访"),
    COORDINATION_DECLARED("小微融资协调", "列入申报清单"),
    COORDINATION_WITHDRAWN("小微融资协调", "撤回融资协调申报"),
    COORDINATION_RECOMMENDED("小微融资协调", "列入推荐清单"),
    COORDINATION_REJECTED("小微融资协调", "核查不通过"),
    COORDINATION_BANKS_ADDED("小微融资协调", "增加推荐的银行"),
    COORDINATION_ANSWERED("小微融资协调", "银行答复推荐"),
    COORDINATION_CLOSED("小微融资协调", "关闭未答复的推荐"),
    COORDINATION_URGED("小微融资协调", "催办推荐"),
    COORDINATION_CRITERIA_CHANGED("小微融资协调", "修改推荐标准"),
    VISITS_EXPORTED("小微融资协调", "导出走访记录"),
    COORDINATION_EXPORTED("小微融资协调", "导出申报清单"),
    RECOMMENDATIONS_EXPORTED("小微融资协调", "导出推荐清单"),
    COORDINATION_FIGURES_EXPORTED("小微融资协调", "导出协调统计"),
    PRODUCT_ENTERED("金融产品", "录入金融产品"),
    PRODUCT_ENTRY_CHANGED("金融产品", "修改金融产品录入"),
    PRODUCT_ENTRY_SUBMITTED("金融产品", "提交金融产品审核"),
    PRODUCT_ENTRY_TAKEN_BACK("金融产品", "撤回金融产品审核"),
    PRODUCT_ENTRY_DISCARDED("金融产品", "作废金融产品录入"),
    PRODUCT_ENTRY_RETURNED("金融产品", "退回金融产品"),
    PRODUCT_PUBLISHED("金融产品", "审核通过并发布金融产品"),
    PRODUCT_PINNED("金融产品", "置顶金融产品"),
    PRODUCT_UNPINNED("金融产品", "取消置顶金融产品"),
    PRODUCT_SUSPENDED("金融产品", "下架金融产品"),
    PRODUCT_RESUMED("金融产品", "恢复金融产品"),
    APPLICATIONS_EXPORTED("融资申请", "导出融资申请"),
    PRODUCTS_EXPORTED("金融产品", "导出金融产品"),
    FAVOURITES_EXPORTED("金融产品", "导出收藏的贷款产品"),
    COVER_STORED("金融内容", "上传封面图片"),
    COVER_TAKEN_BACK("金融内容", "撤回未使用的封面图片"),
    ARTICLE_WRITTEN("金融内容", "新建金融内容"),
    ARTICLE_CHANGED("金融内容", "修改金融内容"),
    ARTICLE_SUBMITTED("金融内容", "提交金融内容审核"),
    ARTICLE_TAKEN_BACK("金融内容", "撤回金融内容审核"),
    ARTICLE_RETURNED("金融内容", "退回金融内容"),
    ARTICLE_PUBLISHED("金融内容", "审核通过并发布金融内容"),
    ARTICLE_WITHDRAWN("金融内容", "下架金融内容"),
    ARTICLE_PINNED("金融内容", "置顶金融内容"),
    ARTICLE_UNPINNED("金融内容", "取消置顶金融内容"),
    ARTICLES_EXPORTED("金融内容", "导出金融内容"),
    ACTIVITY_WRITTEN("金融活动", "新建金融活动"),
    ACTIVITY_CHANGED("金融活动", "修改金融活动"),
    ACTIVITY_PUBLISHED("金融活动", "发布金融活动"),
    ACTIVITY_CANCELLED("金融活动", "取消金融活动"),
    ACTIVITY_SIGNED_UP("金融活动", "报名金融活动"),
    ACTIVITY_SIGN_UP_WITHDRAWN("金融活动", "取消报名"),
    ACTIVITY_CHECKED_IN("金融活动", "活动签到"),
    ACTIVITIES_EXPORTED("金融活动", "导出金融活动"),
    SIGN_UPS_EXPORTED("金融活动", "导出活动报名与签到");

    private final String subjectKind;
    private final String label;

    FinanceAction(String subjectKind, String label) {
        this.subjectKind = subjectKind;
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return subjectKind;
    }

    @Override
    public String label() {
        return label;
    }
}
