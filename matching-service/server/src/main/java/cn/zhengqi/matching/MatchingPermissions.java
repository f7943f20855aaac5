package cn.zhengqi.matching;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class MatchingPermissions {

    public static final String OWN_ENTERPRISE = "enterprise.own";

    /** Of enterprise-code-service: to say for the own enterprise who may read what of it, and whether its profile may recommend. */
    public static final String CONSENT = "enterprise.consent";

    /** Under a number of the platform, in the name of the own enterprise. */
    public static final String ISSUE_REPORTS = "match.report.issue";

    /** From a policy to the enterprises that qualify. */
    public static final String REVERSE_POLICY = "match.reverse.policy";

    /** Tells those who qualify for a policy, by hand. */
    public static final String PUSH_POLICY = "match.policy.push";

    /** From a loan product to the enterprises that qualify; a bank from its own. */
    public static final String REVERSE_PRODUCT = "match.reverse.product";

    /** 标签库, and the tags of an enterprise. */
    public static final String READ_TAGS = "match.tag.read";

    /** Which tags there are, and by which rules they are derived. */
    public static final String MANAGE_TAGS = "match.tag.manage";

    /** To put tags on enterprises and policies. */
    public static final String ASSIGN_TAGS = "match.tag.assign";

    /** 指标字典. */
    public static final String READ_FACTS = "match.fact.read";

    /** Which facts there are, how they are called, and by which formulas they are derived. */
    public static final String MANAGE_FACTS = "match.fact.manage";

    /** Those of policy-service, who write drafts and decide on them. */
    public static final String MANAGE_POLICIES = "policy.manage";

    public static final String REVIEW_POLICIES = "policy.review";

    /** Of user-service: who may know of enterprises what the register and their profile say. */
    public static final String READ_ENTERPRISES = "user.enterprise.read";

    /** Scope of keys of the open interface; no role can hold it. */
    public static final String READ_BY_SYSTEM = "openapi.match.read";

    public static final DeclaredPermissions DECLARED = DeclaredPermissions.of(
                    new DeclaredPermission(ISSUE_REPORTS, "出具本企业的规划报告", "企业门户", "规划报告"),
                    new DeclaredPermission(REVERSE_POLICY, "按政策查看符合条件的企业", "政策服务", "反向匹配"),
                    new DeclaredPermission(PUSH_POLICY, "向符合条件的企业推送政策", "政策服务", "反向匹配"),
                    new DeclaredPermission(REVERSE_PRODUCT, "按贷款产品查看符合条件的企业", "融资服务", "反向匹配"),
                    new DeclaredPermission(READ_TAGS, "查看标签库和企业标签", "企业管理", "标签库"),
                    new DeclaredPermission(MANAGE_TAGS, "维护标签库（新建、修改、停用）", "企业管理", "标签库"),
                    new DeclaredPermission(ASSIGN_TAGS, "给企业和政策打标签", "企业管理", "标签库"),
                    new DeclaredPermission(READ_FACTS, "查看指标字典", "企业管理", "指标字典"),
                    new DeclaredPermission(MANAGE_FACTS, "维护指标字典（新增、修改、停用）", "企业管理", "指标字典"))
            .borrowing(OWN_ENTERPRISE, CONSENT, MANAGE_POLICIES, REVIEW_POLICIES, READ_ENTERPRISES, READ_BY_SYSTEM);

    private MatchingPermissions() {}
}
