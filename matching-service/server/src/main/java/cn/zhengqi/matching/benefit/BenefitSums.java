package cn.zhengqi.matching.benefit;

import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.FactVector;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reckons what policies may bring, from the words in which their documents state it and the enterprise's own figures (docs/matching.md). Nothing is reckoned
 * that the words do not say; what depends on what is not known stays open between its ends.
 */
public final class BenefitSums {

    /** Unit of what comes to a sum. */
    public static final String WAN = "万元";

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal STANDARD_RATE = BigDecimal.valueOf(25);
    private static final BigDecimal LEAST_RATE = BigDecimal.valueOf(5);
    static final String NUMBER = "(\\d+(?:\\.\\d+)?)";

    private static final Pattern RD = Pattern.compile("研发费用" + NUMBER + "%加计扣除");
    private static final Pattern INCOME_TAX =
            Pattern.compile("减按" + NUMBER + "%税率缴纳企业所得税|企业所得税" + NUMBER + "%|实际税负" + NUMBER + "%");
    private static final Pattern TRANSFER = Pattern.compile(NUMBER + "万元以内免征，超过部分减半");
    private static final Pattern INTEREST = Pattern.compile(NUMBER + "个百分点(?:贴息)?");
    private static final Pattern YEARS = Pattern.compile("(?:最长|不超过)" + NUMBER + "年");
    private static final Pattern LARGEST_LOAN = Pattern.compile("贷款规模上限" + NUMBER + "万元");
    private static final String YUAN = NUMBER + "(万)?元";

    /** By how many people, from the least to the greatest. */
    private static final Pattern EACH = Pattern.compile("每人(?:每年)?" + YUAN + "（最高" + YUAN + "）");

    private static final String FROM_TO = NUMBER + "(?:(万)?(元))?[-—–~至]" + YUAN;
    private static final int OF_FROM_TO = 5;
    private static final Pattern BETWEEN = Pattern.compile("每人(?:每年)?" + FROM_TO + "|" + FROM_TO + "/人");

    /** By the month and the like, for those beyond a number, or within ends that are not read here: times how many there are it comes to another sum. */
    private static final Pattern NOT_TIMES_THEM = Pattern.compile(
            "/人[/·•]?每?(?:个?月|日|天|次|小时|课时)|每人每?(?:个?月|日|天|次|小时|课时)|每(?:个?月|日|天|次|小时|课时)|按月|每(?:超|增)|超(?:过|出)?比例"
                    + "|名[^，。；\\d]{0,20}[\\d.]+(?:万)?元?[-—–~至]\\d");

    private static final Pattern AT_MOST_EACH = Pattern.compile("(?:不超过|最高|≤)" + YUAN + "/人");
    private static final Pattern FOR_EACH =
            Pattern.compile("每人(?:每年)?" + YUAN + "|" + YUAN + "/人|每[^，。；\\d]{0,8}(?:1|一)?名[^，。；\\d]{0,20}" + YUAN);
    private static final Pattern BY_YEAR = Pattern.compile("每人每年|/人[/·]?年|每年");
    private static final Pattern AT_MOST_TOGETHER = Pattern.compile("(?:最高(?:不超过)?|最多|不超过|上限)" + NUMBER + "万元(?!/人)");

    /** Of whom words speak that give something for each: of whom they are the enterprise has said how many there are. */
    private static final Map<String, Pattern> PEOPLE = Map.of(
            "hiresKeyGroup", Pattern.compile("重点群体"),
            "hiresVeterans", Pattern.compile("退役士兵"),
            "hiresGraduates", Pattern.compile("高校毕业生|失业青年"),
            "disabledCount", Pattern.compile("残疾"),
            "rdStaff", Pattern.compile("研发人员"),
            "insured", Pattern.compile("参保人数"),
            "employees", Pattern.compile("职工(?:总数|人数)"));

    static final String GIVEN = "(?:奖励|奖补|补助|补贴|资助)";
    static final Pattern CAPPED = Pattern.compile("最高|最多|不超过|上限|以内");
    static final Pattern GRANTED =
            Pattern.compile(GIVEN + "(?:资金)?" + NUMBER + "万元|给予(?:一次性)?" + NUMBER + "万元的?(?:一次性)?" + GIVEN);
    private static final Pattern GRANTED_AT_MOST = Pattern.compile(
            GIVEN + "，?(?:最高(?:不超过)?|最多|不超过|上限)" + NUMBER + "万元|(?:最高|最多|不超过)" + NUMBER + "万元的?(?:一次性)?" + GIVEN);
    /** By how many of something, or of a loan: the sum that stands there is not what is given. */
    private static final Pattern OF_SOMETHING =
            Pattern.compile("每|贷款|元/(?!年)|按[^，。；]{0,15}(?:人数|户数|家数|件数|台数|数量|面积)(?!分档)");

    private static final Pattern SHARE_OF = Pattern.compile(NUMBER + "%");
    private static final Pattern GIVEN_BACK = Pattern.compile("返还|减缴|贴息|补贴");

    private static final Pattern AMOUNT = Pattern.compile("\\d(?:万)?元");

    private static final String NOT_ENTERED = "平台尚未收录该文件的优惠内容";
    private static final String NOT_STATED = "优惠随实际发生额确定，平台没有相应数据";
    private static final String STATED = "文件载明的金额；分档的，适用哪一档以主管部门核定为准";
    private static final String AT_MOST = "文件只载明上限，所以从 0 起";
    private static final String ONLY_ITS_KIND = "文件只写明性质，没有金额";

    private final ToDoubleFunction<String> figures;

    public BenefitSums(FactVector enterprise) {
        this(enterprise::number);
    }

    /** @param figures by the name of a fact; not a number: it is not known */
    public BenefitSums(ToDoubleFunction<String> figures) {
        this.figures = figures;
    }

    /** In which way the words of a document state a benefit, and by which fact of the enterprise it becomes a sum; null: by none that is here. */
    private enum Way {
        RESEARCH("rdExpenseY1"),
        INCOME_TAX("taxableIncome"),
        TRANSFER("techTransferIncome"),
        INTEREST("loanAmount"),
        PEOPLE(null),
        GRANT_AND_SHARE(null),
        GRANT(null),
        SHARE(null),
        OTHER(null);

        private final @Nullable String fact;

        Way(@Nullable String fact) {
            this.fact = fact;
        }

        static Way of(String words) {
            if (RD.matcher(words).find()) {
                return RESEARCH;
            }
            if (BenefitSums.INCOME_TAX.matcher(words).find()) {
                return INCOME_TAX;
            }
            if (BenefitSums.TRANSFER.matcher(words).find()) {
                return TRANSFER;
            }
            if (words.contains("贴息") && BenefitSums.INTEREST.matcher(words).find()) {
                return INTEREST;
            }
            boolean each = AT_MOST_EACH.matcher(words).find()
                    || FOR_EACH.matcher(words).find()
                    || BETWEEN.matcher(words).find();
            if (each) {
                return NOT_TIMES_THEM.matcher(words).find() ? OTHER : PEOPLE;
            }
            boolean inAll = !OF_SOMETHING.matcher(words).find();
            if (inAll && GrantAndShare.of(words).isPresent()) {
                return GRANT_AND_SHARE;
            }
            if (inAll && granted(words).matcher(words).find()) {
                return GRANT;
            }
            boolean share =
                    SHARE_OF.matcher(words).find() || !AMOUNT.matcher(words).find();
            return share && GIVEN_BACK.matcher(words).find() ? SHARE : OTHER;
        }
    }

    /** What a benefit may come to in 万元. */
    public record Sum(BigDecimal low, BigDecimal high) {

        public BigDecimal middle() {
            return low.add(high).divide(BigDecimal.TWO);
        }

        public Sum and(Sum other) {
            return new Sum(low.add(other.low), high.add(other.high));
        }

        public String inWords() {
            return Amounts.range(low, high, WAN);
        }
    }

    /** Empty where the words state no sum, or a figure of the enterprise is missing for it. */
    public Optional<Sum> sum(@Nullable String words) {
        Range range = range(words);
        return range.low() != null && range.high() != null && range.unit().equals(WAN)
                ? Optional.of(new Sum(range.low(), range.high()))
                : Optional.empty();
    }

    /** The fact by which a benefit in these words becomes a sum; empty where it becomes none. */
    public static Optional<String> fact(@Nullable String words) {
        if (words == null) {
            return Optional.empty();
        }
        Way way = Way.of(words);
        return way == Way.PEOPLE ? people(words) : Optional.ofNullable(way.fact);
    }

    /** Whether a benefit in these words comes to a sum for somebody. */
    public static boolean reckoned(@Nullable String words) {
        if (words == null) {
            return false;
        }
        Way way = Way.of(words);
        return way == Way.GRANT || way == Way.GRANT_AND_SHARE || fact(words).isPresent();
    }

    /** Whether they grant another rate of income tax: one income is taxed at one rate, however many documents lower it. */
    public static boolean lowersTheRate(@Nullable String words) {
        return words != null && Way.of(words) == Way.INCOME_TAX;
    }

    /** That rate in percent, of which the lower brings more; empty where they grant none. */
    public static Optional<BigDecimal> loweredRate(@Nullable String words) {
        return words != null && lowersTheRate(words) ? Optional.of(found(INCOME_TAX, words)) : Optional.empty();
    }

    /** How it is reckoned whoever it is for, or why it is not. */
    public static String method(@Nullable String words) {
        if (words == null) {
            return NOT_ENTERED;
        }
        return switch (Way.of(words)) {
            case RESEARCH -> "最近一年研发费用 × " + found(RD, words) + "% × 企业所得税税率 5%—25%";
            case INCOME_TAX -> "年度应纳税所得额 ×（25% − " + found(INCOME_TAX, words) + "%）；已享受其他税率优惠的只能就高选择，所以从 0 起";
            case TRANSFER -> "技术转让所得中免征的部分（" + found(TRANSFER, words) + " 万元以内全部、超过部分一半）× 企业所得税税率 5%—25%";
            case INTEREST -> {
                BigDecimal largest = first(LARGEST_LOAN, words);
                yield "拟贴息贷款金额"
                        + (largest == null ? "" : "（最多 " + Amounts.words(largest) + " 万元，没有填写的也按此数）")
                        + " × " + found(INTEREST, words) + "% × 最长 " + years(words) + " 年，所以从 0 起";
            }
            case GRANT_AND_SHARE ->
                GrantAndShare.of(words).map(GrantAndShare::method).orElse(STATED);
            case GRANT -> CAPPED.matcher(words).find() ? AT_MOST : STATED;
            case PEOPLE ->
                people(words)
                        .map(fact -> Each.of(words).inWords() + " × " + label(fact))
                        .orElse("文件按人数计，没有写明哪些人或平台没有其人数，不折算总额");
            case SHARE -> SHARE_OF.matcher(words).find() ? "文件按费用或利息的比例计，平台没有发生额，不折算总额" : ONLY_ITS_KIND;
            case OTHER -> NOT_STATED;
        };
    }

    /**
     * What words come to.
     *
     * @param low the least; absent where they state nothing that could be reckoned
     * @param high the most; absent with the least
     * @param unit of both; empty where there are none
     * @param how it comes about, line by line
     */
    public record Range(@Nullable BigDecimal low, @Nullable BigDecimal high, String unit, List<String> how) {

        static Range of(BigDecimal low, BigDecimal high, String unit, String... how) {
            return new Range(Amounts.rounded(low), Amounts.rounded(high), unit, List.of(how));
        }
    }

    /** @param words null where none are entered */
    public Range range(@Nullable String words) {
        if (words == null) {
            return open(NOT_ENTERED);
        }
        return switch (Way.of(words)) {
            case RESEARCH -> research(found(RD, words));
            case INCOME_TAX -> incomeTax(found(INCOME_TAX, words));
            case TRANSFER -> transfer(found(TRANSFER, words));
            case INTEREST -> interest(words);
            case PEOPLE -> people(words, Each.of(words));
            case GRANT_AND_SHARE -> grantAndShare(words);
            case GRANT -> grant(words);
            case SHARE -> share(words);
            case OTHER -> open(NOT_STATED);
        };
    }

    /**
     * What is given for each of some people.
     *
     * @param low in 元
     * @param most for all together, in 万元; null: as many as there are
     */
    private record Each(
            BigDecimal low,
            BigDecimal high,
            boolean capped,
            boolean byYear,
            @Nullable BigDecimal most) {

        static Each of(String words) {
            BigDecimal most = first(AT_MOST_TOGETHER, words);
            boolean byYear = BY_YEAR.matcher(words).find();
            Matcher each = EACH.matcher(words);
            if (each.find()) {
                return new Each(
                        yuan(each.group(1), each.group(2)), yuan(each.group(3), each.group(4)), false, byYear, most);
            }
            Matcher between = BETWEEN.matcher(words);
            if (between.find()) {
                int from = between.group(1) == null ? OF_FROM_TO : 0;
                String wan = between.group(from + 5);
                boolean ofItsOwn = between.group(from + 3) != null;
                return new Each(
                        yuan(between.group(from + 1), ofItsOwn ? between.group(from + 2) : wan),
                        yuan(between.group(from + 4), wan),
                        false,
                        byYear,
                        most);
            }
            Matcher atMost = AT_MOST_EACH.matcher(words);
            if (atMost.find()) {
                return new Each(BigDecimal.ZERO, yuan(atMost.group(1), atMost.group(2)), true, byYear, most);
            }
            List<BigDecimal> sums =
                    FOR_EACH.matcher(words).results().map(Each::yuan).sorted().toList();
            return new Each(sums.getFirst(), sums.getLast(), false, byYear, most);
        }

        private static BigDecimal yuan(MatchResult found) {
            int group = 1;
            while (found.group(group) == null) {
                group += 2;
            }
            return yuan(found.group(group), found.group(group + 1));
        }

        private static BigDecimal yuan(String number, @Nullable String wan) {
            BigDecimal stated = new BigDecimal(number);
            return wan == null ? stated : stated.multiply(TEN_THOUSAND);
        }

        String inWords() {
            return Amounts.range(low, high, "元/人");
        }

        /** In 万元. */
        BigDecimal of(BigDecimal people, BigDecimal each) {
            BigDecimal together = people.multiply(each).divide(TEN_THOUSAND);
            return most == null ? together : together.min(most);
        }
    }

    private Range people(String words, Each each) {
        String how = each.capped() ? "文件只规定上限，标准由当地确定" : "按人数计，人数以主管部门核定为准";
        Optional<String> fact = people(words);
        if (fact.isEmpty()) {
            return Range.of(each.low(), each.high(), "元/人", how);
        }
        double known = figures.applyAsDouble(fact.get());
        if (Double.isNaN(known)) {
            return Range.of(each.low(), each.high(), "元/人", how, "填写" + label(fact.get()) + "后可以折算金额");
        }
        BigDecimal people = BigDecimal.valueOf(known);
        BigDecimal most = each.most();
        return Range.of(
                each.of(people, each.low()),
                each.of(people, each.high()),
                WAN,
                label(fact.get()) + " " + Amounts.words(people) + " 人 × " + each.inWords()
                        + (most == null ? "" : "，合计最多 " + Amounts.words(most) + " 万元")
                        + (each.byYear() ? "，按一年计" : ""),
                how);
    }

    /** The fact that says how many there are of whom the words speak; empty where they do not say of whom, or of several kinds. */
    private static Optional<String> people(String words) {
        List<String> facts = PEOPLE.entrySet().stream()
                .filter(some -> some.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .filter(fact -> FactDictionary.inForce().find(fact) != null)
                .toList();
        return facts.size() == 1 ? Optional.of(facts.getFirst()) : Optional.empty();
    }

    private static String label(String fact) {
        return FactDictionary.inForce().get(fact).label();
    }

    private Range research(BigDecimal percent) {
        BigDecimal expense = figure(Way.RESEARCH);
        if (expense == null) {
            return open("填写研发费用后可以估算");
        }
        BigDecimal deducted = share(expense, percent);
        return Range.of(
                share(deducted, LEAST_RATE),
                share(deducted, STANDARD_RATE),
                WAN,
                "最近一年研发费用 " + Amounts.words(expense) + " 万元 × " + percent + "% = 可加计 " + Amounts.words(deducted)
                        + " 万元",
                "少缴的税按企业所得税税率 5%—25% 计；不得加计的支出未扣除，当年无应纳税所得额的结转以后年度");
    }

    private Range incomeTax(BigDecimal rate) {
        BigDecimal saved = STANDARD_RATE.subtract(rate);
        String against = "与企业所得税法定税率 25% 相比少 " + saved.toPlainString() + " 个百分点";
        BigDecimal income = figure(Way.INCOME_TAX);
        if (income == null) {
            return Range.of(saved, saved, "%（应纳税所得额）", against, "填写年度应纳税所得额后可以折算金额");
        }
        BigDecimal sum = share(income.max(BigDecimal.ZERO), saved);
        return Range.of(
                BigDecimal.ZERO,
                sum,
                WAN,
                against,
                "年度应纳税所得额 " + Amounts.words(income) + " 万元 × " + saved.toPlainString() + "%；已享受其他税率优惠的只能就高选择，所以从 0 起");
    }

    private Range transfer(BigDecimal free) {
        BigDecimal income = figure(Way.TRANSFER);
        if (income == null) {
            return open("填写技术转让所得后可以估算");
        }
        BigDecimal untaxed = income.min(free);
        BigDecimal half = income.subtract(free).max(BigDecimal.ZERO).divide(BigDecimal.TWO);
        BigDecimal relieved = untaxed.add(half).max(BigDecimal.ZERO);
        return Range.of(
                share(relieved, LEAST_RATE),
                share(relieved, STANDARD_RATE),
                WAN,
                "技术转让所得 " + Amounts.words(income) + " 万元中免征 " + Amounts.words(relieved) + " 万元",
                "少缴的税按企业所得税税率 5%—25% 计");
    }

    private Range interest(String words) {
        BigDecimal points = found(INTEREST, words);
        BigDecimal years = years(words);
        BigDecimal largest = first(LARGEST_LOAN, words);
        BigDecimal loan = figure(Way.INTEREST);
        BigDecimal reckoned = loan == null ? largest : largest == null ? loan : loan.min(largest);
        if (reckoned == null) {
            return Range.of(BigDecimal.ZERO, points, "%（贷款本金/年）", "填写拟贴息贷款金额后可以折算金额");
        }
        String of = loan == null ? "按贷款规模上限 " : "按拟贴息贷款金额 ";
        return Range.of(
                BigDecimal.ZERO,
                share(reckoned, points).multiply(years),
                WAN,
                of + Amounts.words(reckoned) + " 万元 × " + points.toPlainString() + "% × 最长 " + years.toPlainString()
                        + " 年",
                "实际按贷款发放额和期限计算，所以从 0 起");
    }

    /** One sum as it stands, several from the least to the greatest, and what is a limit from nothing. */
    private static Range grant(String words) {
        List<BigDecimal> sums = granted(words)
                .matcher(words)
                .results()
                .map(found -> Objects.requireNonNullElse(found.group(1), found.group(2)))
                .map(BigDecimal::new)
                .sorted()
                .toList();
        return CAPPED.matcher(words).find()
                ? Range.of(BigDecimal.ZERO, sums.getLast(), WAN, AT_MOST)
                : Range.of(sums.getFirst(), sums.getLast(), WAN, STATED);
    }

    private Range grantAndShare(String words) {
        GrantAndShare parts = GrantAndShare.of(words).orElseThrow();
        double spent = parts.ofResearch() ? figures.applyAsDouble(GrantAndShare.RESEARCH) : Double.NaN;
        return parts.range(Double.isNaN(spent) ? null : BigDecimal.valueOf(spent));
    }

    private static Pattern granted(String words) {
        return CAPPED.matcher(words).find() ? GRANTED_AT_MOST : GRANTED;
    }

    private static Range share(String words) {
        List<BigDecimal> shares = SHARE_OF.matcher(words)
                .results()
                .map(found -> new BigDecimal(found.group(1)))
                .sorted()
                .toList();
        return shares.isEmpty()
                ? open(ONLY_ITS_KIND)
                : Range.of(shares.getFirst(), shares.getLast(), "%", "按文件规定的费用或利息的比例计，适用哪一档以主管部门核定为准");
    }

    private static Range open(String why) {
        return new Range(null, null, "", List.of(why));
    }

    private @Nullable BigDecimal figure(Way way) {
        double known = figures.applyAsDouble(Objects.requireNonNull(way.fact));
        return Double.isNaN(known) ? null : BigDecimal.valueOf(known);
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

    private static BigDecimal years(String words) {
        return Objects.requireNonNullElse(first(YEARS, words), BigDecimal.ONE);
    }

    /** Of words in which it stands. */
    private static BigDecimal found(Pattern pattern, String words) {
        return Objects.requireNonNull(first(pattern, words));
    }

    private static @Nullable BigDecimal first(Pattern pattern, String words) {
        Matcher found = pattern.matcher(words);
        return found.find() ? number(found) : null;
    }
}
