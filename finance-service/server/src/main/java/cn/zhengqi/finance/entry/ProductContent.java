package cn.zhengqi.finance.entry;

import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.ProductCriteria;
import cn.zhengqi.finance.product.ProductOffer;
import cn.zhengqi.finance.product.PublishedTerms;
import cn.zhengqi.finance.product.RepaymentWay;
import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AmountRule;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Validity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says of a product, as it types it. A draft may lack anything; {@link ContentCheck} says what is missing or cannot be.
 *
 * @param productTypes one or more words, such as 信用贷款
 * @param guarantees one or more words, such as 信用
 * @param minRate percent a year
 * @param conditions all of which have to hold; absent: those of the edition in force stay, which this list may not be able to hold
 * @param summary what it is in a few words
 * @param text all that is to be said at length
 */
public record ProductContent(
        @Size(max = 60, message = "产品名称不超过 60 字") @Nullable String title,

        @Size(max = 5, message = "产品类型最多 5 个")
        List<
                        @NotBlank(message = "产品类型不能为空") @Size(max = 20, message = "产品类型不超过 20 字")
                        @Pattern(regexp = "[^/+()（）\\[\\]]*", message = "产品类型不能含 / + 和括号") String>
                productTypes,

        @Size(max = 5, message = "担保方式最多 5 个")
        List<
                        @NotBlank(message = "担保方式不能为空") @Size(max = 20, message = "担保方式不超过 20 字")
                        @Pattern(regexp = "[^/+()（）\\[\\]]*", message = "担保方式不能含 / + 和括号") String>
                guarantees,

        @Digits(integer = 10, fraction = 2, message = "金额最多两位小数") @Nullable
        BigDecimal minAmountWan,

        @Digits(integer = 10, fraction = 2, message = "金额最多两位小数") @Nullable
        BigDecimal maxAmountWan,

        @Digits(integer = 3, fraction = 4, message = "年利率应为最多四位小数的百分数") @Nullable
        BigDecimal minRate,

        @Digits(integer = 3, fraction = 4, message = "年利率应为最多四位小数的百分数") @Nullable
        BigDecimal maxRate,

        @Nullable Integer minTermMonths,
        @Nullable Integer maxTermMonths,
        @Size(max = 5, message = "还款方式重复") List<RepaymentWay> repayments,

        @Size(max = 200, message = "适用对象不超过 200 字") @Nullable
        String audience,

        @Size(max = 20, message = "贷款用途最多 20 项")
        List<@NotBlank(message = "贷款用途不能为空") @Size(max = 50, message = "每项用途不超过 50 字") String> purposes,

        @Size(max = 30, message = "条件最多 30 条") @Nullable List<@Valid Condition> conditions,

        @Size(max = 30, message = "申请材料最多 30 项")
        List<@NotBlank(message = "申请材料不能为空") @Size(max = 100, message = "每项材料不超过 100 字") String> materials,

        @Size(max = 30, message = "联系网点最多 30 个") List<ProductOffer.@Valid Contact> contacts,

        @Size(max = 200, message = "产品简介不超过 200 字") @Nullable
        String summary,

        @Size(max = 5000, message = "产品说明不超过 5000 字") @Nullable
        String text) {

    private static final String NO_CONDITIONS = "准入条件未公布，以银行核定为准";

    public ProductContent {
        productTypes = stripped(productTypes);
        guarantees = stripped(guarantees);
        repayments = List.copyOf(Objects.requireNonNullElse(repayments, List.of()));
        purposes = stripped(purposes);
        conditions = conditions == null ? null : List.copyOf(conditions);
        materials = stripped(materials);
        contacts = List.copyOf(Objects.requireNonNullElse(contacts, List.of()));
        title = title == null ? null : title.strip();
        summary = summary == null ? null : summary.strip();
    }

    /** What is in force, as it would be typed. */
    static ProductContent of(PublishedTerms terms) {
        ProductOffer offer = terms.offer();
        return new ProductContent(
                terms.title(),
                List.of(terms.productType().split("/")),
                List.of(terms.guarantee().replaceAll("[(（].*[)）]", "").split("[+/]")),
                terms.minAmountWan(),
                terms.maxAmountWan(),
                terms.minRate(),
                terms.maxRate(),
                terms.minTermMonths(),
                terms.termMonths(),
                offer == null ? List.of() : offer.repayments(),
                offer == null ? null : offer.audience(),
                offer == null ? List.of() : offer.purposes(),
                conditionsOf(terms.rule().criteria()),
                offer == null ? List.of() : offer.materials(),
                offer == null ? List.of() : offer.contacts(),
                terms.summary(),
                offer == null ? null : offer.text());
    }

    /**
     * What is published of it; only for a content that {@link ContentCheck} lets pass.
     *
     * @param code of the product
     * @param inForce the edition that it replaces; absent: there is none
     */
    PublishedTerms terms(String code, int edition, Bank bank, @Nullable PublishedTerms inForce) {
        String productType = String.join("/", productTypes);
        String guarantee = String.join("+", guarantees);
        String name = Objects.requireNonNullElse(title, "");
        String source = "由" + bank.name() + "在本平台发布";
        List<Condition> list = conditions == null ? List.of() : conditions;
        PublishedTerms kept = inForce != null && keeps(inForce.rule().criteria()) ? inForce : null;
        Criterion criterion = kept == null ? criterion(list) : kept.rule().criteria();
        List<CriterionView> shown = kept == null
                ? list.stream().map(Condition::view).toList()
                : kept.criteria().clauses();
        return new PublishedTerms(
                name,
                productType,
                guarantee,
                minAmountWan,
                maxAmountWan,
                minTermMonths,
                maxTermMonths,
                minRate,
                maxRate,
                rateText(),
                Objects.requireNonNullElse(summary, ""),
                new ProductCriteria(shown),
                new ProductRule(
                        code,
                        String.valueOf(edition),
                        name,
                        bank.name(),
                        productType,
                        guarantee,
                        maxAmountWan,
                        maxTermMonths,
                        rateText(),
                        Validity.OPEN,
                        true,
                        "high",
                        source,
                        criterion,
                        amount(inForce == null ? null : inForce.rule().amount())),
                new ProductOffer(repayments, audience, purposes, materials, contacts, text),
                bank.name(),
                source,
                "high");
    }

    private String rateText() {
        String from = plain(minRate);
        String to = plain(maxRate);
        return "年化 " + (from.equals(to) ? from + "%" : from + "%–" + to + "%");
    }

    /** Whether the conditions in force stay, with the words of their source and what is not certain of them. */
    private boolean keeps(Criterion inForce) {
        if (conditions == null) {
            return true;
        }
        List<Condition> typed = conditionsOf(inForce);
        return typed != null && comparisons(conditions).equals(comparisons(typed));
    }

    /** The least is as typed, in the words of its source where it is still the same; what else is said of amounts has no place in the form and stays. */
    private @Nullable AmountRule amount(@Nullable AmountRule inForce) {
        AmountRule.Bound said = inForce == null ? null : inForce.least();
        AmountRule.Bound least = minAmountWan == null
                ? null
                : said != null && said.wan().compareTo(minAmountWan) == 0
                        ? said
                        : new AmountRule.Bound(minAmountWan, Clause.of("额度 " + plain(minAmountWan) + " 万元起"));
        if (inForce == null) {
            return least == null ? null : new AmountRule(least, List.of(), List.of(), null);
        }
        return new AmountRule(least, inForce.limits(), inForce.considers(), inForce.basis());
    }

    private static Criterion criterion(List<Condition> conditions) {
        return conditions.isEmpty()
                ? new Unverified(null, null, NO_CONDITIONS)
                : new AllOf(null, null, comparisons(conditions));
    }

    private static List<Criterion> comparisons(List<Condition> conditions) {
        return conditions.stream().<Criterion>map(Condition::comparison).toList();
    }

    /** Null where a list of conditions cannot say the same. */
    private static @Nullable List<Condition> conditionsOf(Criterion criterion) {
        List<Criterion> parts = switch (criterion) {
            case Unverified ignored -> List.of();
            case AllOf all -> all.criteria();
            default -> List.of(criterion);
        };
        List<Condition> conditions = new ArrayList<>();
        for (Criterion part : parts) {
            Condition condition = part instanceof Comparison comparison ? Condition.of(comparison) : null;
            if (condition == null) {
                return null;
            }
            conditions.add(condition);
        }
        return conditions;
    }

    private static List<String> stripped(@Nullable List<String> words) {
        return words == null
                ? List.of()
                : words.stream().map(it -> it == null ? "" : it.strip()).toList();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
