package cn.zhengqi.ops.audit;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ClientName;
import cn.zhengqi.web.sheet.Sheet;
import java.util.stream.Collectors;

/** 操作日志 as a file. */
final class OperationSheet {

    static final Sheet<AuditEntry> SHEET = Sheet.<AuditEntry>titled("操作日志")
            .column("序号", AuditEntry::seq)
            .column("时间", it -> BusinessTime.at(it.occurredAt()))
            .column("操作", AuditEntry::actionLabel)
            .column(
                    "结果",
                    it -> Words.ALL.value(
                            "操作日志", "result", OperationResult.of(it).name()))
            .column("拟办事项", it -> Operation.of(it).intended())
            .column("原因", it -> Operation.of(it).reason())
            .column("问题代码", it -> Operation.of(it).problem())
            .column("对象类别", AuditEntry::subjectKind)
            .column("对象", AuditEntry::subjectName)
            .column("操作人", AuditEntry::actorName)
            .column("所属机构或企业", it -> it.institutionName() == null ? it.enterpriseName() : it.institutionName())
            .column("来源地址", AuditEntry::address)
            .column("终端", it -> it.userAgent() == null ? null : ClientName.of(it.userAgent()))
            .column("服务", it -> Words.ALL.service(it.service()))
            .column("变更内容", OperationSheet::changes)
            .column("跟踪编号", AuditEntry::traceId);

    private OperationSheet() {}

    private static String changes(AuditEntry it) {
        return OperationDetail.changes(it).stream()
                .map(OperationDetail.Change::inWords)
                .collect(Collectors.joining("\n"));
    }
}
