package cn.zhengqi.matching.report;

import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.match.PolicyMatch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reckons what policies may bring, from the words in which their documents state it and the enterprise's own figures (docs/matching.md). Nothing is reckoned
 * that the words do not say; what depends on what is not known stays open between its ends.
 */
final class BenefitRanges {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal STANDARD_RATE = BigDecimal.valueOf(25);
    private static final BigDecimal LEAST_RATE = BigDecimal.valueOf(5);
    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";

    private static final Pattern RD = Pattern.compile("研发费用" + NUMBER + "%加计扣除");
    private static final Pattern INCOME_TAX =
            Pattern.compile("减按" + NUMBER + "%税率缴纳企业所得税|企业所得税" + NUMBER + "%|实际税负" + NUMBER + "%");
    private static final Pattern TRANSFER = Pattern.compile(NUMBER + "万元以内免征，超过部分减半");
    private static final Pattern INTEREST = Pattern.compile(NUMBER + "个百分点(?:贴息)?");
    private static final Pattern YEARS = Pattern.compile("(?:最长|不超过)" + NUMBER + "年");
    private static final Pattern LARGEST_LOAN = Pattern.compile("贷款规模上限" + NUMBER + "万元");
    private static final Pattern EACH = Pattern.compile("每人(?:每年)?" + NUMBER + "元（最高" + NUMBER + "元）");
    private static final Pattern BETWEEN = Pattern.compile("每人(?:每年)?" + NUMBER + "[-—–~至]" + NUMBER + "元");
    private static final Pattern AT_MOST_EACH = Pattern.compile("(?:不超过|最高|≤)" + NUMBER + "元/人");
    private static final Pattern SHARE = Pattern.compile(NUMBER + "%");
    private static final Pattern GIVEN_BACK = Pattern.compile("返还|减缴|贴息|补贴");

    private final FactVector enterprise;

    BenefitRanges(FactVector enterprise) {
        this.enterprise = enterprise;
    }

    private record Range(@Nullable BigDecimal low, @Nullable BigDecimal high, String unit, List<String> how) {

        static Range of(BigDecimal low, BigDecimal high, String unit, String... how) {
            return new Range(Amounts.rounded(low), Amounts.rounded(high), unit, List.of(how));
        }
    }

    BenefitRange of(PolicyMatch policy) {
        String words = policy.benefit();
        if (words == null) {
            return told(policy, new Range(null, null, "", List.of("平台尚未收录该文件的优惠内容")));
        }
        Range range = range(words);
        List<String> basis = new ArrayList<>();
        basis.add("文件载明：" + words + "（" + policy.docNumber() + "）");
        basis.addAll(range.how());
        return told(policy, new Range(range.low(), range.high(), range.unit(), basis));
    }

    private static BenefitRange told(PolicyMatch policy, Range range) {
        return new BenefitRange(
                policy.code(), policy.title(), range.low(), range.high(), range.unit(), range.how(), policy.verified());
    }

    private Range range(String words) {
        Matcher rd = RD.matcher(words);
        if (rd.find()) {
            return research(number(rd));
        }
        Matcher tax = INCOME_TAX.matcher(words);
        if (tax.find()) {
            return incomeTax(number(tax));
        }
        Matcher transfer = TRANSFER.matcher(words);
        if (transfer.find()) {
            return transfer(number(transfer));
        }
        if (words.contains("贴息") && INTEREST.matcher(words).find()) {
            return interest(words);
        }
        Matcher each = EACH.matcher(words);
        if (each.find() || (each = BETWEEN.matcher(words)).find()) {
            return Range.of(new BigDecimal(each.group(1)), new BigDecimal(each.group(2)), "元/人", "按人数计，人数以主管部门核定为准");
        }
        Matcher atMost = AT_MOST_EACH.matcher(words);
        if (atMost.find()) {
            return Range.of(BigDecimal.ZERO, number(atMost), "元/人", "文件只规定上限，标准由当地确定");
        }
        return GIVEN_BACK.matcher(words).find() ? share(words) : open("优惠随实际发生额确定，平台没有相应数据");
    }

    private Range research(BigDecimal percent) {
        BigDecimal expense = fact("rdExpenseY1");
        if (expense == null) {
            return open("填写研发费用后可以估算");
        }
        BigDecimal deducted = share(expense, percent);
        return Range.of(
                share(deducted, LEAST_RATE),
                share(deducted, STANDARD_RATE),
                BenefitRange.WAN,
                "最近一年研发费用 " + Amounts.words(expense) + " 万元 × " + percent + "% = 可加计 " + Amounts.words(deducted)
                        + " 万元",
                "少缴的税按企业所得税税率 5%—25% 计；不得加计的支出未扣除，当年无应纳税所得额的结转以后年度");
    }

    private Range incomeTax(BigDecimal rate) {
        BigDecimal saved = STANDARD_RATE.subtract(rate);
        String against = "与企业所得税法定税率 25% 相比少 " + saved.toPlainString() + " 个百分点";
        BigDecimal income = fact("taxableIncome");
        if (income == null) {
            return Range.of(saved, saved, "%（应纳税所得额）", against, "填写年度应纳税所得额后可以折算金额");
        }
        BigDecimal sum = share(income.max(BigDecimal.ZERO), saved);
        return Range.of(
                BigDecimal.ZERO,
                sum,
                BenefitRange.WAN,
                against,
                "年度应纳税所得额 " + Amounts.words(income) + " 万元 × " + saved.toPlainString() + "%；已享受其他税率优惠的只能就高选择，所以从 0 起");
    }

    private Range transfer(BigDecimal free) {
        BigDecimal income = fact("techTransferIncome");
        if (income == null) {
            return open("填写技术转让所得后可以估算");
        }
        BigDecimal untaxed = income.min(free);
        BigDecimal half = income.subtract(free).max(BigDecimal.ZERO).divide(BigDecimal.TWO);
        BigDecimal relieved = untaxed.add(half).max(BigDecimal.ZERO);
        return Range.of(
                share(relieved, LEAST_RATE),
                share(relieved, STANDARD_RATE),
                BenefitRange.WAN,
                "技术转让所得 " + Amounts.words(income) + " 万元中免征 " + Amounts.words(relieved) + " 万元",
                "少缴的税按企业所得税税率 5%—25% 计");
    }

    private Range interest(String words) {
        BigDecimal points = Objects.requireNonNullElse(first(INTEREST, words), BigDecimal.ZERO);
        BigDecimal years = Objects.requireNonNullElse(first(YEARS, words), BigDecimal.ONE);
        BigDecimal largest = first(LARGEST_LOAN, words);
        BigDecimal loan = fact("loanAmount");
        BigDecimal reckoned = loan == null ? largest : largest == null ? loan : loan.min(largest);
        if (reckoned == null) {
            return Range.of(BigDecimal.ZERO, points, "%（贷款本金/年）", "填写拟贴息贷款金额后可以折算金额");
        }
        String of = loan == null ? "按贷款规模上限 " : "按拟贴息贷款金额 ";
        return Range.of(
                BigDecimal.ZERO,
                share(reckoned, points).multiply(years),
                BenefitRange.WAN,
                of + Amounts.words(reckoned) + " 万元 × " + points.toPlainString() + "% × 最长 " + years.toPlainString()
                        + " 年",
                "实际按贷款发放额和期限计算，所以从 0 起");
    }

    private static Range share(String words) {
        List<BigDecimal> shares = SHARE.matcher(words)
                .results()
                .map(found -> new BigDecimal(found.group(1)))
                .sorted()
                .toList();
        return shares.isEmpty()
                ? open("文件只写明性质，没有金额")
                : Range.of(shares.getFirst(), shares.getLast(), "%", "按文件规定的费用或利息的比例计，适用哪一档以主管部门核定为准");
    }

    private static Range open(String why) {
        return new Range(null, null, "", List.of(why));
    }

    private @Nullable BigDecimal fact(String name) {
        double known = enterprise.number(name);
        return Double.isNaN(known) ? null : BigDecimal.valueOf(known);
    }

    /** Of what is had now, without what another one is proposed in place of; how policies work on each other is not reckoned. */
    static BenefitRange.Total total(List<PolicyMatch> current, List<BenefitRange> ranges) {
        List<PolicyMatch> counting = current.stream()
                .filter(policy -> policy.choice() == null || policy.choice().proposed())
                .toList();
        List<BenefitRange> sums = new ArrayList<>(of(counting, ranges));
        // One income is taxed at one rate, however many documents grant a lower one.
        of(counting.stream().filter(BenefitRanges::lowersTheRate).toList(), ranges).stream()
                .sorted(Comparator.comparing(BenefitRange::high, Comparator.nullsFirst(Comparator.reverseOrder())))
                .skip(1)
                .forEach(sums::remove);
        return new BenefitRange.Total(sum(sums, true), sum(sums, false), sums.size(), current.size() - sums.size());
    }

    private static List<BenefitRange> of(List<PolicyMatch> policies, List<BenefitRange> ranges) {
        Set<String> codes = policies.stream().map(PolicyMatch::code).collect(Collectors.toSet());
        return ranges.stream()
                .filter(range -> range.isSum() && codes.contains(range.code()))
                .toList();
    }

    private static boolean lowersTheRate(PolicyMatch policy) {
        String words = policy.benefit();
        return words != null
                && !RD.matcher(words).find()
                && INCOME_TAX.matcher(words).find();
    }

    private static BigDecimal sum(List<BenefitRange> ranges, boolean low) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BenefitRange range : ranges) {
            BigDecimal end = low ? range.low() : range.high();
            sum = end == null ? sum : sum.add(end);
        }
        return sum;
    }

    private static BigDecimal share(BigDecimal of, BigDecimal percent) {
        return of.multiply(percent).divide(HUNDRED);
    }

    private static BigDecimal number(Matcher found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return new BigDecimal(found.group(group));
            }
        }
        throw new IllegalStateException("No number in " + found.group());
    }

    private static @Nullable BigDecimal first(Pattern pattern, String words) {
        Matcher found = pattern.matcher(words);
        return found.find() ? number(found) : null;
    }
}
