package cn.zhengqi.events.audit;

/** What can be done in a service and goes on record; each service has an enum of its own. */
public interface AuditAction {

    /** Stable within the service. */
    String name();

    /** As 操作日志 shows it: 通过领码申请. */
    String label();

    /** What kind of thing it is done to: 领码申请. */
    String subjectKind();
}
