package cn.zhengqi.matching.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fixed sum, and in a part of the sentence of its own a share of what was spent up to a limit. Both are given, unless the words say that it is one of them.
 *
 * @param fixed in 万元
 * @param percent absent where the words name several
 * @param ofResearch whether it is a share of the expense on research, which the enterprise may have told
 * @param atMost of the share, in 万元; absent where only both together are limited
 * @param together of both, in 万元; absent where the words name no limit of both
 * @param oneOfThem whether the words tell tiers or a choice: then it is one or the other
 */
record GrantAndShare(
        BigDecimal fixed,
        @Nullable BigDecimal percent,
        boolean ofResearch,
        @Nullable BigDecimal atMost,
        @Nullable BigDecimal together,
        boolean oneOfThem) {

    static final String RESEARCH = "rdExpenseY1";

    private static final String NUMBER = BenefitSums.NUMBER;
    private static final String LIMIT = "(?:最高(?:不超过)?|最多|不超过|上限(?:为)?)";
    private static final Pattern TOGETHER =
            Pattern.compile("，?(?:合计|累计|总额|总计|共计)[^，。；;\\d]{0,6}" + LIMIT + NUMBER + "万元");
    private static final Pattern PARTS = Pattern.compile("[；;。]|，(?=(?:另|再|并|同时)[^，。；;]{0,4}按)");
    private static final Pattern SHARE = Pattern.compile(NUMBER + "%");
    private static final Pattern AT_MOST = Pattern.compile(LIMIT + NUMBER + "万元");
    private static final Pattern GIVEN = Pattern.compile(BenefitSums.GIVEN);
    private static final Pattern OF_RESEARCH = Pattern.compile("研发费用(?:总额|支出)?的?" + NUMBER + "%");

    /** Then it is not that share of all that was spent: of a part of it, or no more than it. */
    private static final Pattern LESS = Pattern.compile("(?:新增|增量|增加|增长|超过|超出|委托|境外|境内)[^，。；;]{0,8}研发费用");

    private static final Pattern ONE_OF_THEM =
            Pattern.compile("[家省市区县]级.*[家省市区县]级|分档|[一二三]档|等级|分别|或|就高|从高|择[一优]|选一|不重复|不得?同时");

    static Optional<GrantAndShare> of(String words) {
        // Most words have no percent: nothing is looked for in them.
        if (words.indexOf('%') < 0 || !words.contains("万元")) {
            return Optional.empty();
        }
        Matcher both = TOGETHER.matcher(words);
        BigDecimal together = both.find() ? new BigDecimal(both.group(1)) : null;
        List<String> parts = PARTS.splitAsStream(together == null ? words : both.replaceFirst(""))
                .filter(part -> !part.isBlank())
                .toList();
        List<String> sums = parts.stream().filter(GrantAndShare::isFixed).toList();
        List<String> shares =
                parts.stream().filter(part -> isShare(part, together != null)).toList();
        return sums.size() == 1 && shares.size() == 1
                ? Optional.of(of(words, sums.getFirst(), shares.getFirst(), together))
                : Optional.empty();
    }

    private static GrantAndShare of(String words, String sum, String share, @Nullable BigDecimal together) {
        List<BigDecimal> percents = numbers(SHARE, share);
        List<BigDecimal> limits = numbers(AT_MOST, share);
        return new GrantAndShare(
                numbers(BenefitSums.GRANTED, sum).getFirst(),
                percents.size() == 1 ? percents.getFirst() : null,
                percents.size() == 1 && isOfAllResearch(share),
                limits.isEmpty() ? null : limits.getLast(),
                together,
                ONE_OF_THEM.matcher(words).find());
    }

    private static boolean isOfAllResearch(String share) {
        return OF_RESEARCH.matcher(share).find()
                && !LESS.matcher(share).find()
                && !BenefitSums.CAPPED
                        .matcher(AT_MOST.matcher(share).replaceAll(""))
                        .find();
    }

    private static boolean isFixed(String part) {
        return part.indexOf('%') < 0
                && !BenefitSums.CAPPED.matcher(part).find()
                && numbers(BenefitSums.GRANTED, part).size() == 1;
    }

    private static boolean isShare(String part, boolean limitedTogether) {
        return SHARE.matcher(part).find()
                && GIVEN.matcher(part).find()
                && (limitedTogether || AT_MOST.matcher(part).find());
    }

    private static List<BigDecimal> numbers(Pattern pattern, String words) {
        return pattern.matcher(words).results().map(GrantAndShare::number).toList();
    }

    private static BigDecimal number(MatchResult found) {
        return new BigDecimal(Objects.requireNonNullElseGet(found.group(1), () -> found.group(2)));
    }

    /** How it is reckoned whoever it is for. */
    String method() {
        return oneOfThem
                ? "文件载明一次性金额 " + wan(fixed) + "和按比例给予、" + limit() + "的部分，适用哪一项以主管部门核定为准，所以从 0 起"
                : "一次性给予 " + wan(fixed) + "，加上按比例给予的部分（" + limit() + "，不按各家数据折算，从 0 起）";
    }

    private String limit() {
        return Stream.of(
                        atMost == null ? null : "最高 " + Amounts.words(atMost) + " 万元",
                        together == null ? null : "合计最高 " + Amounts.words(together) + " 万元")
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + "，" + other)
                .orElse("文件未载明上限");
    }

    /** @param spent on research in the last year, in 万元; absent: not known */
    BenefitSums.Range range(@Nullable BigDecimal spent) {
        BigDecimal most = atMost == null ? Objects.requireNonNull(together) : atMost;
        if (oneOfThem) {
            return BenefitSums.Range.of(BigDecimal.ZERO, within(fixed.max(most)), BenefitSums.WAN, method());
        }
        List<String> how = new ArrayList<>();
        how.add("一次性给予 " + wan(fixed) + "，加上按比例给予的部分");
        BigDecimal least = BigDecimal.ZERO;
        if (spent != null && percent != null) {
            BigDecimal share = spent.max(BigDecimal.ZERO).multiply(percent).movePointLeft(2);
            most = share.min(most);
            least = most;
            how.add("最近一年研发费用 " + wan(spent) + " × " + percent.toPlainString() + "% = " + wan(share)
                    + (atMost == null || share.compareTo(atMost) <= 0 ? "" : "，最高 " + wan(atMost)));
        } else {
            how.add("按比例给予的部分" + limit() + "，平台没有发生额，从 0 起" + (ofResearch ? "；填写研发费用后可以折算" : ""));
        }
        if (together != null) {
            how.add("两部分合计最高 " + wan(together));
        }
        return BenefitSums.Range.of(
                within(fixed.add(least)), within(fixed.add(most)), BenefitSums.WAN, how.toArray(String[]::new));
    }

    private BigDecimal within(BigDecimal sum) {
        return together == null ? sum : sum.min(together);
    }

    private static String wan(BigDecimal amount) {
        return Amounts.words(amount) + " 万元";
    }
}
