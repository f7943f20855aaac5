package cn.zhengqi.ops;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class OpsPermissions {

    public static final String READ_AUDIT = "ops.audit.read";

    public static final String EVALUATE = "ops.evaluation.give";

    /** Of who handled the case: they call back and answer. */
    public static final String ANSWER_EVALUATIONS = "ops.evaluation.handle";

    /** Who looks after all of them: whether what was done is enough, and whose an anonymous one is. */
    public static final String REVIEW_EVALUATIONS = "ops.evaluation.review";

    public static final String PUBLISH_EVALUATIONS = "ops.evaluation.publish";

    /** Called so when the log was auth-service's; roles hold it by this name. */
    public static final String READ_SIGN_IN_LOG = "auth.signin-log.read";

    /** Of user-service. */
    public static final String KEEP_TERMS = "user.reference.manage";

    /** Of finance-service: heads of a bank, or of a branch, see to what is promised there. */
    public static final String SUPERVISE_BANK = "finance.promise.supervise";

    public static final DeclaredPermissions DECLARED = DeclaredPermissions.of(
                    new DeclaredPermission(READ_AUDIT, "查看操作日志", "系统管理", "操作日志"),
                    new DeclaredPermission(READ_SIGN_IN_LOG, "查看登录日志", "系统管理", "登录日志"),
                    new DeclaredPermission(EVALUATE, "评价已办结的事项", "企业门户", "我的评价"),
                    new DeclaredPermission(ANSWER_EVALUATIONS, "查看本机构的评价，回访和处理差评", "服务评价", "好差评"),
                    new DeclaredPermission(REVIEW_EVALUATIONS, "复核差评处理结果，督办回访", "服务评价", "好差评"),
                    new DeclaredPermission(PUBLISH_EVALUATIONS, "公开评价", "服务评价", "好差评"))
            .borrowing(KEEP_TERMS, SUPERVISE_BANK);

    private OpsPermissions() {}
}
