package cn.zhengqi.policy;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class PolicyPermissions {

    public static final String MANAGE = "policy.manage";

    public static final String REVIEW = "policy.review";

    /** The enterprise's side of declarations. */
    public static final String DECLARE = "policy.declare";

    public static final String FAVOURITES = "policy.favourite";

    public static final String MANAGE_PROJECTS = "policy.project.manage";
    public static final String HANDLE_DECLARATIONS = "policy.declaration.handle";

    /** Heads of a department: to whom their people's declarations go. */
    public static final String ASSIGN_DECLARATIONS = "policy.declaration.assign";

    /** 查看明文 of who is to be called about a declaration. */
    public static final String REVEAL_DECLARATIONS = "policy.declaration.reveal";

    /** The enterprise's side of redemption. */
    public static final String REDEEM = "policy.redemption.apply";

    public static final String MANAGE_REDEMPTION = "policy.redemption.manage";
    public static final String HANDLE_REDEMPTION = "policy.redemption.handle";

    /** Who prepares a payment does not approve it, whatever they hold. */
    public static final String PREPARE_PAYMENT = "policy.payment.prepare";

    public static final String APPROVE_PAYMENT = "policy.payment.approve";

    /** Heads of a department: by when their own people answer declarations and redemption. */
    public static final String SUPERVISE_ANSWERS = "policy.promise.supervise";

    /** Who looks after the departments. */
    public static final String OVERSEE_ANSWERS = "policy.promise.oversee";

    /** Of user-service: whoever keeps the reference data keeps the terms too. */
    public static final String KEEP_TERMS = "user.reference.manage";

    /** Of matching-service: who writes the conditions of tags uses the same editor. */
    public static final String MANAGE_TAGS = "match.tag.manage";

    /** Scope of keys of the open interface; no role can hold it. */
    public static final String READ_BY_SYSTEM = "openapi.policies.read";

    public static final DeclaredPermissions DECLARED = DeclaredPermissions.of(
                    new DeclaredPermission(MANAGE, "管理政策（发布、撤回）", "政策服务", "政策管理"),
                    new DeclaredPermission(REVIEW, "审核政策草稿（发布、退回）", "政策服务", "政策草拟"),
                    new DeclaredPermission(DECLARE, "申报政策", "企业门户", "政策申报"),
                    new DeclaredPermission(FAVOURITES, "收藏政策", "企业门户", "我的收藏"),
                    new DeclaredPermission(MANAGE_PROJECTS, "管理本机构的申报项目", "政策服务", "申报项目"),
                    new DeclaredPermission(HANDLE_DECLARATIONS, "办理本机构的政策申报", "政策服务", "政策申报"),
                    new DeclaredPermission(ASSIGN_DECLARATIONS, "转办本机构其他人承办的政策申报", "政策服务", "政策申报"),
                    new DeclaredPermission(REVEAL_DECLARATIONS, "凭理由查看政策申报的明文", "政策服务", "政策申报"),
                    new DeclaredPermission(REDEEM, "申请政策兑现", "企业门户", "政策兑现"),
                    new DeclaredPermission(MANAGE_REDEMPTION, "管理本机构的兑付项目和预算", "政策服务", "兑付项目"),
                    new DeclaredPermission(HANDLE_REDEMPTION, "审核本机构的兑付申请、处理公示异议", "政策服务", "政策兑现"),
                    new DeclaredPermission(PREPARE_PAYMENT, "编制支付批次、登记支付结果", "政策服务", "支付批次"),
                    new DeclaredPermission(APPROVE_PAYMENT, "复核支付批次", "政策服务", "支付批次"),
                    new DeclaredPermission(SUPERVISE_ANSWERS, "督办本机构政策申报和兑现的办理时限", "政策服务", "时限看板"),
                    new DeclaredPermission(OVERSEE_ANSWERS, "督办各部门政策申报和兑现的办理时限", "政策服务", "时限看板"))
            .borrowing(READ_BY_SYSTEM, MANAGE_TAGS, KEEP_TERMS);

    private PolicyPermissions() {}
}
