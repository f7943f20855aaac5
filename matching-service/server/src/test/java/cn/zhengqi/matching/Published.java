package cn.zhengqi.matching;

import cn.zhengqi.finance.api.LoanProductPublished;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.Exclusion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.reference.ReferenceRules;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.user.api.EnterpriseRegistered;
import cn.zhengqi.user.api.EnterpriseStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services publish. */
public final class Published {

    private Published() {}

    public static DomainEvent of(EligibilityRule rule) {
        return switch (rule) {
            case PolicyRule policy -> policy(Ids.next(), policy.id(), policy);
            case ProductRule product -> product(Ids.next(), product.id(), product);
        };
    }

    /** A policy that asks for what the first reference policy asks for, with a rule or without. */
    public static PolicyPublished policy(UUID id, String code, boolean withRule) {
        return policy(id, code, withRule ? rule(code, List.of()) : null);
    }

    public static PolicyRule rule(String code, List<Exclusion> exclusions) {
        PolicyRule rule = (PolicyRule) ReferenceRules.policies().getFirst();
        return new PolicyRule(
                code,
                "1",
                "测试政策",
                "测发〔2026〕1号",
                rule.level(),
                rule.category(),
                rule.validity(),
                false,
                null,
                "测试",
                true,
                "high",
                null,
                rule.criteria(),
                exclusions);
    }

    /** An edition that asks for so many employees from a day on. */
    public static PolicyPublished edition(UUID id, String code, int edition, LocalDate from, int employees) {
        PolicyRule like = rule(code, List.of());
        PolicyRule rule = new PolicyRule(
                code,
                "第 " + edition + " 版",
                like.title(),
                like.docNumber(),
                like.level(),
                like.category(),
                new Validity(from, null, true, null, null),
                false,
                null,
                "测试",
                true,
                "high",
                null,
                new Comparison(
                        null,
                        "employees",
                        Operator.AT_LEAST,
                        Value.of(employees),
                        null,
                        Clause.of("从业人员不少于 " + employees + " 人"),
                        null),
                List.of());
        return policy(id, code, rule);
    }

    /** An edition that grants a qualification on a level to who has so many employees, from a day on. */
    public static PolicyPublished grade(
            UUID id, String code, int edition, LocalDate from, String grants, String level, int employees) {
        PolicyRule like = Objects.requireNonNull(
                edition(id, code, edition, from, employees).rule());
        return policy(
                id,
                code,
                new PolicyRule(
                        code,
                        like.edition(),
                        like.title(),
                        like.docNumber(),
                        level,
                        like.category(),
                        like.validity(),
                        false,
                        grants,
                        like.benefit(),
                        true,
                        like.confidence(),
                        null,
                        like.criteria(),
                        List.of()));
    }

    public static LoanProductPublished product(UUID id, String code) {
        ProductRule like = (ProductRule) ReferenceRules.products().getFirst();
        return product(
                id,
                code,
                new ProductRule(
                        code,
                        like.edition(),
                        like.title(),
                        like.bank(),
                        like.productType(),
                        like.guarantee(),
                        like.maxAmountWan(),
                        like.termMonths(),
                        like.rateText(),
                        like.validity(),
                        like.verified(),
                        like.confidence(),
                        like.source(),
                        like.criteria(),
                        like.amount()));
    }

    private static PolicyPublished policy(UUID id, String code, @Nullable PolicyRule rule) {
        return new PolicyPublished(
                id,
                code,
                1,
                rule == null ? "测试政策" : rule.title(),
                "测发〔2026〕1号",
                "测试机关",
                PolicyLevel.values()[0],
                PolicyCategory.values()[0],
                null,
                null,
                null,
                "测试",
                "high",
                null,
                rule,
                null,
                null,
                Instant.now());
    }

    private static LoanProductPublished product(UUID id, String code, ProductRule rule) {
        return new LoanProductPublished(
                id,
                code,
                rule.title(),
                Ids.next(),
                rule.bank(),
                rule.productType(),
                "信用",
                null,
                null,
                "以银行核定为准",
                rule,
                Instant.now());
    }

    public static EnterpriseRegistered registered(UUID id, String uscc, boolean demo) {
        return registered(id, uscc, "500113004", "鱼洞街道", demo);
    }

    /** In a town of a test. */
    public static EnterpriseRegistered registered(UUID id, String town) {
        return registered(id, uscc(id), town, "测试镇街", false);
    }

    /** Of an enterprise of {@link #registered(UUID, String)}. */
    public static String uscc(UUID enterprise) {
        return "91500113" + enterprise.toString().substring(26, 36).toUpperCase(Locale.ROOT);
    }

    private static EnterpriseRegistered registered(
            UUID id, String uscc, String townCode, String townName, boolean demo) {
        return new EnterpriseRegistered(
                id,
                uscc,
                "重庆渝巴软件有限公司",
                "企业",
                new BigDecimal("500"),
                LocalDate.of(2020, 5, 10),
                "I6513",
                "应用软件开发",
                townCode,
                townName,
                "500113",
                EnterpriseStatus.ACTIVE,
                demo,
                Instant.now(),
                Map.of(
                        "entityType",
                        "企业",
                        "established",
                        "2020-05-10",
                        "industryCode",
                        "I6513",
                        "regionCode",
                        "500113"));
    }
}
