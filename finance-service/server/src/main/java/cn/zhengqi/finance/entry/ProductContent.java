package cn.zhengqi.finance.entry;

import cn.zhengqi.data.Json;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.ProductCriteria;
import cn.zhengqi.finance.product.ProductOffer;
import cn.zhengqi.finance.product.PublishedTerms;
import cn.zhengqi.finance.product.RepaymentWay;
import cn.zhengqi.matching.api.criteria.AmountRule;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Validity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * What a bank says of a product, as it types it. A draft may lack anything; {@link ContentCheck} says what is missing or cannot be.
 *
 * @param productTypes one or more words, such as 信用贷款
 * @param guarantees one or more words, such as 信用
 * @param minRate percent a year
 * @param criteria whom it is for: the tree of conditions as JSON; absent: not published, the bank decides
 * @param ruleFrom first day on which enterprises are matched; {@code ruleTo} the last; absent: open
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

        @Nullable Map<String, Object> criteria,
        @Nullable LocalDate ruleFrom,
        @Nullable LocalDate ruleTo,

        @Size(max = 30, message = "申请材料最多 30 项")
        List<@NotBlank(message = "申请材料不能为空") @Size(max = 100, message = "每项材料不超过 100 字") String> materials,

        @Size(max = 30, message = "联系网点最多 30 个") List<ProductOffer.@Valid Contact> contacts,

        @Size(max = 200, message = "产品简介不超过 200 字") @Nullable
        String summary,

        @Size(max = 5000, message = "产品说明不超过 5000 字") @Nullable
        String text) {

    private static final String NO_CONDITIONS = "准入条件未公布，以银行核定为准";

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    /** 3 and 3.0 are one number. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    public ProductContent {
        productTypes = stripped(productTypes);
        guarantees = stripped(guarantees);
        repayments = List.copyOf(Objects.requireNonNullElse(repayments, List.of()));
        purposes = stripped(purposes);
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
                treeOf(terms.rule().criteria()),
                terms.rule().validity().from(),
                terms.rule().validity().to(),
                offer == null ? List.of() : offer.materials(),
                offer == null ? List.of() : offer.contacts(),
                terms.summary(),
                offer == null ? null : offer.text());
    }

    /**
     * What is published of it; only for a content that {@link ContentCheck} lets pass.
     *
     * @param code of the product
     * @param told its conditions in the words of the engine, as they are shown where they are not those in force
     * @param inForce the edition that it replaces; absent: there is none
     */
    PublishedTerms terms(String code, int edition, Bank bank, ProductCriteria told, @Nullable PublishedTerms inForce) {
        String productType = String.join("/", productTypes);
        String guarantee = String.join("+", guarantees);
        String name = Objects.requireNonNullElse(title, "");
        String source = "由" + bank.name() + "在本平台发布";
        Criterion own = criterion();
        PublishedTerms kept = inForce != null && same(own, inForce.rule().criteria()) ? inForce : null;
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
                kept == null ? told : kept.criteria(),
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
                        validity(
                                inForce == null ? Validity.OPEN : inForce.rule().validity()),
                        true,
                        "high",
                        source,
                        kept == null ? own : kept.rule().criteria(),
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

    /** What else was said of the days stays where they are still the same. */
    private Validity validity(Validity inForce) {
        return Objects.equals(ruleFrom, inForce.from()) && Objects.equals(ruleTo, inForce.to())
                ? inForce
                : new Validity(ruleFrom, ruleTo, true, null, null);
    }

    private Criterion criterion() {
        return criteria == null
                ? new Unverified(null, null, NO_CONDITIONS)
                : Json.MAPPER.convertValue(criteria, Criterion.class);
    }

    /** The same tree, however its numbers are written: the words of its source then stay with it. */
    private static boolean same(Criterion one, Criterion other) {
        JsonNode left = Json.MAPPER.valueToTree(one);
        return left.equals(BY_VALUE, Json.MAPPER.valueToTree(other));
    }

    private static @Nullable Map<String, Object> treeOf(Criterion criterion) {
        return criterion instanceof Unverified unverified && unverified.reason().equals(NO_CONDITIONS)
                ? null
                : Json.MAPPER.convertValue(criterion, TREE);
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
