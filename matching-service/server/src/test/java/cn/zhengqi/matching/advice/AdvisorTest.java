package cn.zhengqi.matching.advice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.advice.ChangingFact.ChangedBy;
import cn.zhengqi.matching.advice.CreditAdvice.AdvisedProduct;
import cn.zhengqi.matching.advice.CreditStep.Kind;
import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AmountRule;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.match.ShelfOnDay;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What raises an estimate: only what a product's own rule says, with the figures of the estimate itself. */
class AdvisorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final ShelfOnDay REFERENCE = shelf(ReferenceRules.all());
    private static final Criterion ANYBODY = Comparison.of("employees", Operator.AT_LEAST, 0);

    @Test
    void a_lower_limit_that_holds_is_told_with_what_it_takes_to_be_rid_of_it() {
        Map<String, Object> facts = Map.of("quals", List.of("高新技术企业"), "collateral", List.of());

        CreditStep step = only(reference("L08", facts));

        assertThat(step.kind()).isEqualTo(Kind.LIFT);
        assertThat(step.clause().text()).isEqualTo("其中信用额度最高300万元");
        assertThat(step.clause().certain()).isTrue();
        assertThat(step.detail()).isEqualTo("可抵押物中没有以下任何一项：房产、土地、设备、存货、应收账款");
        assertThat(step.facts()).containsExactly(new ChangingFact("collateral", "可抵押物", ChangedBy.SELF));
        assertThat(range(step.before())).isEqualTo("300～300");
        assertThat(range(step.after())).isEqualTo("1000～1000");
        assertThat(step.raisesWan()).isEqualByComparingTo("700");
        assertThat(step.otherwise()).isNull();
    }

    @Test
    void what_only_the_register_changes_says_so() {
        CreditStep step =
                reference("L10", Map.of("entityType", "个体工商户")).steps().getFirst();

        assertThat(step.kind()).isEqualTo(Kind.LIFT);
        assertThat(step.clause().certain()).isFalse();
        assertThat(step.facts()).containsExactly(new ChangingFact("entityType", "主体类型", ChangedBy.REGISTER));
        assertThat(range(step.after())).isEqualTo("400～400");
    }

    @Test
    void nobody_is_told_to_dismiss_people() {
        AmountRule.Limit many = limit(100, Comparison.of("employees", Operator.MORE_THAN, 10));

        assertThat(advised(product(300, ANYBODY, many), Map.of("employees", 50)).steps())
                .isEmpty();
        assertThat(only(advised(
                                product(300, ANYBODY, limit(100, Comparison.of("employees", Operator.LESS_THAN, 60))),
                                Map.of("employees", 50)))
                        .detail())
                .isEqualTo("职工总数 50 人，还差 10 人");
    }

    @Test
    void a_limit_gives_way_to_the_next_one_and_one_that_is_not_the_lowest_raises_nothing() {
        ProductRule product = product(
                500,
                ANYBODY,
                limit(100, Comparison.of("quals", Operator.NOT_IN, Value.texts("高新技术企业"))),
                limit(200, Comparison.of("collateral", Operator.NOT_IN, Value.texts("房产"))));

        CreditStep step = only(advised(product, Map.of("employees", 5, "quals", List.of(), "collateral", List.of())));

        assertThat(range(step.before())).isEqualTo("100～100");
        assertThat(range(step.after())).isEqualTo("200～200");
    }

    /** Whoever grows out of the first comes under the second. */
    @Test
    void a_limit_on_the_same_fact_that_does_not_hold_yet_may_hold_then() {
        ProductRule tiers = product(
                300,
                ANYBODY,
                limit(30, Comparison.of("employees", Operator.LESS_THAN, 10)),
                limit(
                        100,
                        AllOf.of(
                                Comparison.of("employees", Operator.AT_LEAST, 10),
                                Comparison.of("employees", Operator.LESS_THAN, 50))));

        CreditStep step = only(advised(tiers, Map.of("employees", 5)));

        assertThat(range(step.before())).isEqualTo("30～30");
        assertThat(range(step.after())).isEqualTo("100～300");
    }

    @Test
    void a_limit_that_is_open_is_told_with_both_outcomes() {
        CreditStep step = only(reference("L08", Map.of("quals", List.of("高新技术企业"))));

        assertThat(step.kind()).isEqualTo(Kind.FILL_LIMIT);
        assertThat(step.what()).isEqualTo("填写可抵押物");
        assertThat(range(step.before())).isEqualTo("300～1000");
        assertThat(range(step.after())).isEqualTo("1000～1000");
        assertThat(range(step.otherwise())).isEqualTo("300～300");
    }

    @Test
    void what_no_fact_decides_is_no_step() {
        assertThat(reference("L09", Map.of("quals", List.of("科技型企业"), "regionCode", "500113"))
                        .steps())
                .isEmpty();
        assertThat(reference("L05", Map.of("totalBizLoan", 0)).steps()).isEmpty();
        AmountRule.Limit half = limit(
                100, AnyOf.of(new Unverified(null, null, "没有核实"), Comparison.of("taxPaid12m", Operator.LESS_THAN, 5)));
        assertThat(advised(product(300, ANYBODY, half), Map.of("employees", 5)).steps())
                .isEmpty();
    }

    /** The example of docs/matching.md. */
    @Test
    void what_is_repaid_gives_as_much_room_until_the_balance_does_not_matter() {
        CreditStep step = only(reference("L05", Map.of("totalBizLoan", 450)));

        assertThat(step.kind()).isEqualTo(Kind.REPAY);
        assertThat(step.what()).isEqualTo("归还现有贷款 250 万元");
        assertThat(step.detail()).isEqualTo("现有余额 450 万元，每归还 1 万元，余下额度增加 1 万元，还到 200 万元时不再受这一项限制");
        assertThat(step.clause().text()).isEqualTo("企业及企业主信贷余额合计≤500万元");
        assertThat(range(step.before())).isEqualTo("50～50");
        assertThat(range(step.after())).isEqualTo("100～300");
        assertThat(step.raisesWan()).isEqualByComparingTo("250");
        assertThat(range(AmountRange.of(
                        reference("L05", Map.of("totalBizLoan", 200)).estimate())))
                .isEqualTo("100～300");
        assertThat(reference("L05", Map.of("totalBizLoan", 200)).steps()).isEmpty();
    }

    @Test
    void a_balance_beyond_what_is_allowed_is_brought_there_first_and_opening_the_product_alone_raises_nothing() {
        ProductRule product = product(300, Comparison.of("totalBizLoan", Operator.AT_MOST, 500));

        AdvisedProduct advised = advised(product, Map.of("totalBizLoan", 520));

        assertThat(advised.outcome()).isEqualTo(MatchOutcome.NEARLY);
        CreditStep step = only(advised);
        assertThat(step.kind()).isEqualTo(Kind.REPAY);
        assertThat(step.what()).isEqualTo("归还现有贷款 320 万元");
        assertThat(step.detail()).isEqualTo("现有余额 520 万元，先还到 500 万元，此后每归还 1 万元，余下额度增加 1 万元，还到 200 万元时不再受这一项限制");
        assertThat(range(step.before())).isEqualTo("0～0");
        assertThat(range(step.after())).isEqualTo("300～300");
    }

    @Test
    void a_lower_limit_on_the_balance_is_reckoned_with_too() {
        ProductRule product = product(
                300,
                Comparison.of("totalBizLoan", Operator.AT_MOST, 500),
                limit(60, Comparison.of("totalBizLoan", Operator.MORE_THAN, 100)));

        CreditStep step = advised(product, Map.of("totalBizLoan", 450)).steps().getFirst();

        assertThat(step.what()).isEqualTo("归还现有贷款 450 万元");
        assertThat(range(step.before())).isEqualTo("50～50");
        assertThat(range(step.after())).isEqualTo("300～300");
    }

    @Test
    void a_balance_that_is_not_known_is_to_be_filled_in_and_both_outcomes_are_told() {
        CreditStep step = only(reference("L01", Map.of()));

        assertThat(step.kind()).isEqualTo(Kind.FILL_BALANCE);
        assertThat(step.detail()).isEqualTo("余额不超过 200 万元时不受这一项限制；达到 500 万元时没有余下的额度");
        assertThat(step.clause().certain()).isFalse();
        assertThat(range(step.before())).isEqualTo("0～300");
        assertThat(range(step.after())).isEqualTo("300～300");
        assertThat(range(step.otherwise())).isEqualTo("0～0");
        CreditStep online = only(reference("L05", Map.of()));
        assertThat(range(online.after())).isEqualTo("100～300");
        assertThat(range(online.otherwise())).isEqualTo("0～0");
    }

    @Test
    void the_one_condition_that_fails_opens_the_product() {
        AdvisedProduct advised = reference("L17", Map.of("ipCount", 0));

        assertThat(advised.outcome()).isEqualTo(MatchOutcome.NEARLY);
        CreditStep step = only(advised);
        assertThat(step.kind()).isEqualTo(Kind.MEET);
        assertThat(step.detail()).isEqualTo("可质押知识产权数 0 项，还差 1 项");
        assertThat(step.clause().text()).isEqualTo("有可质押的专利、商标等知识产权");
        assertThat(step.facts()).containsExactly(new ChangingFact("ipCount", "可质押知识产权数", ChangedBy.SELF));
        assertThat(range(step.before())).isEqualTo("0～0");
        assertThat(range(step.after())).isEqualTo("300～300");
    }

    @Test
    void without_a_published_limit_opening_is_told_and_no_figure() {
        CreditStep step = only(reference("L07", Map.of("quals", List.of("高新技术企业"))));

        assertThat(step.kind()).isEqualTo(Kind.MEET);
        assertThat(Arrays.asList(step.before(), step.after(), step.raisesWan())).containsOnlyNulls();
    }

    @Test
    void what_the_tax_authority_says_only_it_can_change() {
        Map<String, Object> facts = Map.of("taxCreditRating", "C");
        FactVector vector = FactVector.of(FactDictionary.standard(), facts, DAY);
        ProductRule product = product(300, Comparison.of("taxCreditRating", Operator.IN, Value.texts("A", "B")));

        Advisor byTax = new Advisor(shelf(List.of(product)), vector, facts, Set.of("taxCreditRating"));
        Advisor byItself = new Advisor(shelf(List.of(product)), vector, facts, Set.of());

        assertThat(byTax.products().getFirst().steps())
                .singleElement()
                .satisfies(
                        step -> assertThat(step.facts().getFirst().changedBy()).isEqualTo(ChangedBy.TAX));
        assertThat(byItself.products().getFirst().steps())
                .singleElement()
                .satisfies(
                        step -> assertThat(step.facts().getFirst().changedBy()).isEqualTo(ChangedBy.SELF));
    }

    @Test
    void what_cannot_be_had_is_left_out_and_counted() {
        Advisor advisor = advisor(REFERENCE, Map.of("regionCode", "510107"));

        assertThat(advisor.products()).extracting(AdvisedProduct::code).doesNotContain("L16", "L09");
        assertThat(advisor.leftOut()).isEqualTo(2);
        assertThat(advisor.products().size() + advisor.leftOut())
                .isEqualTo(ReferenceRules.products().size());
    }

    @Test
    void what_opens_a_product_comes_first_then_what_raises_most_and_of_what_raises_as_much_the_easiest() {
        ProductRule product = product(
                300,
                AllOf.of(
                        Comparison.of("totalBizLoan", Operator.AT_MOST, 500),
                        Comparison.of("ipCount", Operator.AT_LEAST, 1)),
                limit(100, Comparison.of("quals", Operator.NOT_IN, Value.texts("高新技术企业"))));

        assertThat(advised(product, Map.of("ipCount", 1)).steps())
                .extracting(CreditStep::kind)
                .containsExactly(Kind.FILL_BALANCE);
        assertThat(advised(product, Map.of("ipCount", 1, "totalBizLoan", 0)).steps())
                .extracting(CreditStep::kind)
                .containsExactly(Kind.FILL_LIMIT);
        assertThat(advised(product, Map.of("ipCount", 0, "totalBizLoan", 0, "quals", List.of()))
                        .steps())
                .extracting(CreditStep::kind)
                .containsExactly(Kind.MEET, Kind.LIFT);
        assertThat(CreditStep.BEST_FIRST.compare(step(Kind.FILL_LIMIT, 100), step(Kind.LIFT, 100)))
                .isNegative();
        assertThat(CreditStep.BEST_FIRST.compare(step(Kind.FILL_LIMIT, 100), step(Kind.LIFT, 101)))
                .isPositive();
        assertThat(CreditStep.BEST_FIRST.compare(step(Kind.MEET, 1), step(Kind.FILL_LIMIT, 100)))
                .isNegative();
    }

    /** On random enterprises and the products that there are. */
    @Test
    void no_step_lowers_anything_and_each_says_by_how_much_the_estimate_rises() {
        Random random = new Random(20261127);
        Map<String, List<Object>> values = Map.of(
                "entityType", List.of("企业", "个体工商户"),
                "collateral", List.of(List.of(), List.of("房产"), List.of("设备")),
                "quals", List.of(List.of(), List.of("高新技术企业"), List.of("科技型企业", "专精特新“小巨人”企业")),
                "totalBizLoan", List.of(0, 120.5, 200, 350, 499.99, 500, 501, 2_000),
                "taxCreditRating", List.of("A", "B", "M", "C"),
                "taxYears", List.of(1, 2, 5),
                "taxPaid12m", List.of(0, 1, 3, 50),
                "legalRepAge", List.of(17, 40, 70),
                "ipCount", List.of(0, 1),
                "regionCode", List.of("500113", "510107"));
        int told = 0;
        for (int round = 0; round < 400; round++) {
            Map<String, Object> facts = new HashMap<>();
            values.forEach((name, some) -> {
                if (random.nextInt(3) > 0) {
                    facts.put(name, some.get(random.nextInt(some.size())));
                }
            });
            for (AdvisedProduct product : advisor(REFERENCE, facts).products()) {
                AmountRange now = AmountRange.of(product.estimate());
                for (CreditStep step : product.steps()) {
                    AmountRange before = step.before();
                    AmountRange after = step.after();
                    if (before == null || after == null) {
                        assertThat(now).as("%s %s", product.code(), facts).isNull();
                        continue;
                    }
                    told++;
                    assertThat(after.lowWan())
                            .as("%s %s", product.code(), facts)
                            .isGreaterThanOrEqualTo(before.lowWan());
                    assertThat(after.highWan()).isGreaterThanOrEqualTo(before.highWan());
                    assertThat(after.highWan()).isGreaterThanOrEqualTo(after.lowWan());
                    assertThat(step.raisesWan()).isPositive().isEqualByComparingTo(before.risesTo(after));
                    if (step.kind() != Kind.MEET) {
                        assertThat(before).isEqualTo(now);
                    }
                }
                assertThat(product.steps()).isSortedAccordingTo(CreditStep.BEST_FIRST);
            }
        }
        assertThat(told).isGreaterThan(1_000);
    }

    /** Doing what a step says leads to the very figures that it told. */
    @Test
    void whoever_pays_back_what_is_told_has_the_estimate_that_is_told() {
        for (BigDecimal balance : List.of(new BigDecimal("450"), new BigDecimal("333.33"), new BigDecimal("499.99"))) {
            CreditStep step = only(reference("L05", Map.of("totalBizLoan", balance)));

            AdvisedProduct after = reference("L05", Map.of("totalBizLoan", 200));

            assertThat(AmountRange.of(after.estimate()))
                    .satisfies(range -> assertThat(range(range)).isEqualTo(range(step.after())));
        }
    }

    private static CreditStep step(Kind kind, @Nullable Integer raises) {
        return new CreditStep(
                kind,
                "",
                null,
                Clause.of("c"),
                List.of(),
                null,
                null,
                null,
                raises == null ? null : BigDecimal.valueOf(raises));
    }

    private static CreditStep only(AdvisedProduct product) {
        assertThat(product.steps()).hasSize(1);
        return product.steps().getFirst();
    }

    private static String range(@Nullable AmountRange range) {
        return range == null ? "" : plain(range.lowWan()) + "～" + plain(range.highWan());
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private static AmountRule.Limit limit(int most, Criterion when) {
        return new AmountRule.Limit(BigDecimal.valueOf(most), when, Clause.of("最高" + most + "万元"));
    }

    private static ProductRule product(int most, Criterion criteria, AmountRule.Limit... limits) {
        return new ProductRule(
                "P1",
                "1",
                "测试贷",
                "测试银行",
                "信用",
                null,
                BigDecimal.valueOf(most),
                null,
                null,
                Validity.OPEN,
                true,
                null,
                null,
                criteria,
                new AmountRule(null, List.of(limits), List.of(), null));
    }

    private static AdvisedProduct advised(ProductRule product, Map<String, Object> facts) {
        return advisor(shelf(List.of(product)), facts).products().getFirst();
    }

    private static AdvisedProduct reference(String code, Map<String, Object> facts) {
        return advisor(REFERENCE, facts).products().stream()
                .filter(product -> product.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Advisor advisor(ShelfOnDay shelf, Map<String, Object> facts) {
        return new Advisor(shelf, FactVector.of(FactDictionary.standard(), facts, DAY), facts, Set.of());
    }

    private static ShelfOnDay shelf(List<? extends EligibilityRule> rules) {
        return new ShelfOnDay(
                new Library.Shelf(
                        RuleBook.of(rules),
                        rules.stream().collect(Collectors.toMap(EligibilityRule::id, rule -> Ids.next())),
                        1),
                DAY);
    }
}
