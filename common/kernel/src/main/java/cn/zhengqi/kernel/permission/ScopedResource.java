package cn.zhengqi.kernel.permission;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Kinds of records of which a role says how far it reaches (数据权限). One is added together with the queries that obey it: what stands here and in no
 * query would promise what is not kept.
 */
public enum ScopedResource {
    ENTERPRISE(
            "user.enterprise",
            "企业信息",
            "企业管理",
            Set.of(
                    "user.enterprise.read",
                    "user.enterprise.park",
                    "match.reverse.policy",
                    "match.reverse.product",
                    "match.tag.read",
                    "match.tag.assign",
                    "match.policy.push"),
            List.of(ScopeKind.ALL, ScopeKind.INSTITUTION, ScopeKind.TOWNS)),
    ENTERPRISE_USER(
            "user.enterprise-user",
            "企业用户",
            "企业管理",
            Set.of("user.enterprise-account.manage", "user.enterprise-account.reveal", "user.account.read"),
            List.of(ScopeKind.ALL, ScopeKind.INSTITUTION, ScopeKind.TOWNS)),
    CLAIM(
            "code.claim",
            "领码申请",
            "企业码",
            Set.of("code.claim.review", "code.claim.reveal", "code.promise.supervise"),
            List.of(ScopeKind.ALL, ScopeKind.INSTITUTION, ScopeKind.OWN, ScopeKind.TOWNS)),
    CODE(
            "code.code",
            "企业码",
            "企业码",
            Set.of("code.manage"),
            List.of(ScopeKind.ALL, ScopeKind.INSTITUTION, ScopeKind.OWN, ScopeKind.TOWNS)),
    SERVICE_CODE(
            "code.service-code",
            "服务码",
            "企业码",
            Set.of("code.manage"),
            List.of(ScopeKind.ALL, ScopeKind.INSTITUTION, ScopeKind.OWN, ScopeKind.INSTITUTIONS)),
    SCAN(
            "code.scan",
            "扫码记录",
            "企业码",
            Set.of("code.scan"),
            List.of(ScopeKind.ALL, ScopeKind.INSTITUTION, ScopeKind.OWN, ScopeKind.TOWNS, ScopeKind.INSTITUTIONS)),
    LOAN_APPLICATION(
            "finance.application",
            "融资申请",
            "融资服务",
            Set.of(
                    "finance.application.handle",
                    "finance.application.read-all",
                    "finance.application.reveal",
                    "finance.demand.claim",
                    "finance.demand.read-all",
                    "finance.coordination.visit",
                    "finance.coordination.read",
                    "finance.coordination.manage",
                    "finance.coordination.answer",
                    "finance.promise.supervise",
                    "finance.promise.oversee"),
            List.of(ScopeKind.ALL, ScopeKind.INSTITUTION, ScopeKind.OWN, ScopeKind.TOWNS, ScopeKind.INSTITUTIONS)),
    DECLARATION(
            "policy.declaration",
            "政策申报",
            "政策服务",
            Set.of(
                    "policy.declaration.handle",
                    "policy.declaration.reveal",
                    "policy.promise.supervise",
                    "policy.promise.oversee",
                    "stats.policy-funnel.read"),
            List.of(ScopeKind.ALL, ScopeKind.INSTITUTION, ScopeKind.OWN, ScopeKind.TOWNS, ScopeKind.INSTITUTIONS)),
    EVALUATION(
            "ops.evaluation",
            "好差评",
            "服务评价",
            Set.of("ops.evaluation.handle", "ops.evaluation.review", "ops.evaluation.publish"),
            List.of(ScopeKind.ALL, ScopeKind.INSTITUTION, ScopeKind.INSTITUTIONS)),
    STAFF(
            "user.staff",
            "机构账号",
            "系统管理",
            Set.of("user.account.read", "user.staff.manage", "user.staff.grant"),
            List.of(ScopeKind.ALL, ScopeKind.INSTITUTION, ScopeKind.INSTITUTIONS)),
    INSTITUTION(
            "user.institution",
            "机构",
            "系统管理",
            Set.of("user.institution.read", "user.institution.manage", "user.bank.manage"),
            List.of(ScopeKind.ALL, ScopeKind.INSTITUTION, ScopeKind.INSTITUTIONS));

    private final String code;
    private final String label;
    private final String application;
    private final Set<String> permissions;
    private final List<ScopeKind> kinds;

    ScopedResource(String code, String label, String application, Set<String> permissions, List<ScopeKind> kinds) {
        this.code = code;
        this.label = label;
        this.application = application;
        this.permissions = permissions;
        this.kinds = kinds;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public String application() {
        return application;
    }

    /** By any of which somebody comes to these records; a role without one of them reaches nowhere. */
    public Set<String> permissions() {
        return permissions;
    }

    /** What can be said of it. */
    public List<ScopeKind> kinds() {
        return kinds;
    }

    /** How far a role reaches that says nothing of it: of scans each sees the own ones. */
    public Reach unsaid() {
        return this == SCAN ? Reach.OWN : Reach.INSTITUTION;
    }

    public boolean isTouchedBy(Collection<String> held) {
        return permissions.stream().anyMatch(held::contains);
    }

    /** Empty for one that this release does not know. */
    public static Optional<ScopedResource> of(String code) {
        return Arrays.stream(values())
                .filter(resource -> resource.code.equals(code))
                .findFirst();
    }
}
