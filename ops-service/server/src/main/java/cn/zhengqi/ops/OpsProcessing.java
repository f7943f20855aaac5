package cn.zhengqi.ops;

import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.Retention;
import cn.zhengqi.ops.audit.AuditProperties;
import cn.zhengqi.ops.export.ExportExpiry;
import java.util.List;

/** What data this service processes, and what for; told to the register of processing. */
final class OpsProcessing {

    private OpsProcessing() {}

    /**
     * @param audit how long entries of the logs stay
     * @param terms how long what was taken out of them does
     */
    static DeclaredProcessing declared(AuditProperties audit, RetentionTerms terms) {
        return DeclaredProcessing.of(
                "运维服务",
                new ProcessingActivity(
                        "ops.operation-log",
                        "留存操作日志，供审计",
                        List.of(DataCategory.ACCOUNT, DataCategory.OPERATION_LOG),
                        LegalBasis.LEGAL_DUTY,
                        List.of("审计管理员"),
                        Retention.of(audit.retention(), "操作")),
                new ProcessingActivity(
                        "ops.sign-in-log",
                        "留存登录日志，供审计",
                        List.of(DataCategory.ACCOUNT, DataCategory.ACCESS_LOG),
                        LegalBasis.LEGAL_DUTY,
                        List.of("审计管理员"),
                        Retention.of(audit.signInRetention(), "登录")),
                new ProcessingActivity(
                        ExportExpiry.FILES,
                        "后台导出日志，供审计管理员下载",
                        List.of(DataCategory.ACCOUNT, DataCategory.OPERATION_LOG, DataCategory.ACCESS_LOG),
                        LegalBasis.LEGAL_DUTY,
                        List.of("申请导出的审计管理员"),
                        Retention.of(terms.of(ExportExpiry.FILES), "导出完成")),
                new ProcessingActivity(
                        ExportExpiry.JOBS,
                        "后台导出任务的记录",
                        List.of(DataCategory.ACCOUNT),
                        LegalBasis.LEGAL_DUTY,
                        List.of("申请导出的审计管理员"),
                        Retention.of(terms.of(ExportExpiry.JOBS), "任务结束")),
                new ProcessingActivity(
                        "ops.evaluation",
                        "企业评价已办结的事项，对差评回访和处理",
                        List.of(DataCategory.ACCOUNT, DataCategory.CONTACT),
                        LegalBasis.LEGAL_DUTY,
                        List.of("办理该事项的机构", "平台运营单位"),
                        Retention.until("服务评价档案销毁")));
    }
}
