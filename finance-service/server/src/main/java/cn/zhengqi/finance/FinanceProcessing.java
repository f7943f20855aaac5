package cn.zhengqi.finance;

import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.finance.upload.Papers;
import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.Retention;
import java.util.List;

/** What data this service processes, and what for; told to the register of processing. */
final class FinanceProcessing {

    private FinanceProcessing() {}

    static DeclaredProcessing declared(RetentionTerms terms) {
        return DeclaredProcessing.of(
                "融资服务",
                new ProcessingActivity(
                        "finance.application",
                        "提交和审核融资申请，含企业提交给银行的文件",
                        List.of(DataCategory.FINANCING, DataCategory.CONTACT),
                        LegalBasis.CONTRACT,
                        List.of("受理申请的金融机构", "区金融管理部门"),
                        Retention.until("信贷档案销毁")),
                new ProcessingActivity(
                        "finance.draft",
                        "保存尚未提交的融资申请草稿，供企业在其他设备上继续填写",
                        List.of(DataCategory.FINANCING, DataCategory.CONTACT),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.of(terms.of("finance.draft"), "最后一次保存")),
                new ProcessingActivity(
                        "finance.enterprise-reading",
                        "审核融资申请时查看申请企业的登记信息",
                        List.of(DataCategory.REGISTER),
                        LegalBasis.CONSENT,
                        List.of("受理申请的金融机构"),
                        Retention.until("企业撤回授权或授权到期")),
                new ProcessingActivity(
                        "finance.report",
                        "审核融资申请时查看企业信息报告：登记信息、经营和税务开票指标、司法与合规记录、在本平台的融资申请",
                        List.of(
                                DataCategory.REGISTER,
                                DataCategory.PROFILE,
                                DataCategory.TAX,
                                DataCategory.LEGAL,
                                DataCategory.FINANCING),
                        LegalBasis.CONSENT,
                        List.of("企业逐家授权的金融机构"),
                        Retention.until("企业撤回授权或授权到期")),
                new ProcessingActivity(
                        "finance.public-record",
                        "为企业信息报告向政务数据平台查询失信被执行人、被执行人、裁判文书件数、行政处罚和经营异常名录",
                        List.of(DataCategory.LEGAL),
                        LegalBasis.CONSENT,
                        List.of("企业逐家授权的金融机构", "提供数据的政务数据平台（只收到统一社会信用代码）"),
                        Retention.of(terms.of("finance.public-record"), "查询")),
                new ProcessingActivity(
                        "finance.demand",
                        "发布融资需求，由适合的金融机构认领和报价；企业同意前金融机构看不到是谁",
                        List.of(DataCategory.FINANCING, DataCategory.CONTACT, DataCategory.REGISTER),
                        LegalBasis.CONSENT,
                        List.of("企业同意查看的金融机构"),
                        Retention.until("信贷档案销毁")),
                new ProcessingActivity(
                        "finance.activity",
                        "报名金融活动、候补、活动提醒和签到",
                        List.of(DataCategory.CONTACT),
                        LegalBasis.CONSENT,
                        List.of("举办活动的金融管理部门"),
                        Retention.until("活动档案销毁")),
                new ProcessingActivity(
                        "finance.coordination",
                        "小微企业融资协调：走访登记（含照片和材料）、申报、按标准核查、推荐给银行并反馈结果",
                        List.of(
                                DataCategory.FINANCING,
                                DataCategory.CONTACT,
                                DataCategory.REGISTER,
                                DataCategory.PROFILE),
                        LegalBasis.CONSENT,
                        List.of("区金融管理部门", "企业所在镇街", "推荐清单上的金融机构"),
                        Retention.until("信贷档案销毁")),
                new ProcessingActivity(
                        "finance.unused-file",
                        "暂存上传而未随走访登记的照片和材料",
                        List.of(DataCategory.REGISTER, DataCategory.CONTACT),
                        LegalBasis.LEGAL_DUTY,
                        List.of(),
                        Retention.of(Papers.KEPT_UNUSED, "上传")),
                new ProcessingActivity(
                        "finance.unused-application-file",
                        "暂存企业上传而未随融资申请提交的文件",
                        List.of(DataCategory.FINANCING, DataCategory.CONTACT),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.of(Papers.KEPT_UNUSED, "上传")));
    }
}
