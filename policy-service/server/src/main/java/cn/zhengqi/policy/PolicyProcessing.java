package cn.zhengqi.policy;

import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.Retention;
import cn.zhengqi.policy.declaration.DeclarationFiles;
import java.util.List;

/** What data this service processes, and what for; told to the register of processing. */
final class PolicyProcessing {

    static final DeclaredProcessing DECLARED = DeclaredProcessing.of(
            "政策服务",
            new ProcessingActivity(
                    "policy.publication",
                    "发布和撤回政策，记录经办人",
                    List.of(DataCategory.STAFF),
                    LegalBasis.LEGAL_DUTY,
                    List.of(),
                    Retention.until("政策档案销毁")),
            new ProcessingActivity(
                    "policy.declaration",
                    "提交和审核政策申报，保存申报表和材料",
                    List.of(DataCategory.REGISTER, DataCategory.CONTACT, DataCategory.PROFILE, DataCategory.TAX),
                    LegalBasis.LEGAL_DUTY,
                    List.of("受理申报的部门"),
                    Retention.until("申报档案销毁")),
            new ProcessingActivity(
                    "policy.redemption",
                    "受理政策兑付申请、公示、支付，保存收款账户和材料",
                    List.of(DataCategory.REGISTER, DataCategory.CONTACT, DataCategory.PROFILE),
                    LegalBasis.LEGAL_DUTY,
                    List.of("兑付政策的部门", "支付资金的国库或银行"),
                    Retention.until("会计档案销毁")),
            new ProcessingActivity(
                    "policy.opened",
                    "记下企业打开过哪些政策，每项政策一次，只用于统计家数，不记录打开的人；关闭个性化推荐的企业不记录",
                    List.of(DataCategory.STATISTICS),
                    LegalBasis.LEGAL_DUTY,
                    List.of(),
                    Retention.until("企业关闭个性化推荐")),
            new ProcessingActivity(
                    "policy.unused-file",
                    "暂存上传而未使用的申报和兑现材料",
                    List.of(DataCategory.REGISTER, DataCategory.CONTACT),
                    LegalBasis.LEGAL_DUTY,
                    List.of(),
                    Retention.of(DeclarationFiles.KEPT_UNUSED, "上传")));

    private PolicyProcessing() {}
}
