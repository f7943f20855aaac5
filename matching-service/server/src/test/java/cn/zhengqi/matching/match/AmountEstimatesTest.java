package cn.zhengqi.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How much an enterprise could have of a loan product: only what the product states is reckoned with. */
class AmountEstimatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final List<EligibilityRule> RULES = ReferenceRules.all();
    private static final ShelfOnDay SHELF = new ShelfOnDay(
            new Library.Shelf(
                    RuleBook.of(RULES),
                    RULES.stream().collect(Collectors.toMap(EligibilityRule::id, rule -> Ids.next())),
                    1),
            DAY);

    @Test
    void a_product_that_states_no_more_than_its_maximum_is_estimated_at_that_and_says_so() {
        AmountEstimate estimate = of("L17", Map.of("ipCount", 3));

        assertThat(estimate.lowWan()).isEqualByComparingTo("300");
        assertThat(estimate.highWan()).isEqualByComparingTo("300");
        assertThat(estimate.basis()).containsExactly("产品公布的最高额度 300 万元", "产品没有公布额度的计算方法，按公布的最高额度估算");
        assertThat(estimate.certain()).isFalse();
    }

    @Test
    void loans_that_there_are_leave_less_where_a_condition_limits_their_sum() {
        AmountEstimate estimate = of("L05", Map.of("totalBizLoan", 350));

        assertThat(estimate.highWan()).isEqualByComparingTo("150");
        assertThat(estimate.basis()).contains("企业及企业主信贷余额合计≤500万元：现有余额 350 万元，余下 150 万元");
        assertThat(of("L05", Map.of("totalBizLoan", 500)).highWan()).isEqualByComparingTo("0");
        assertThat(of("L05", Map.of("totalBizLoan", 50)).highWan()).isEqualByComparingTo("300");
    }

    @Test
    void where_the_allowed_balance_is_used_up_only_what_would_change_that_is_told() {
        AmountEstimate estimate = of("L05", Map.of("totalBizLoan", 500));

        assertThat(estimate.highWan()).isEqualByComparingTo("0");
        assertThat(estimate.basis()).containsExactly("企业及企业主经营性贷款余额降到 500 万元以下后，可再估算");
        assertThat(estimate.missing()).isEmpty();
        assertThat(estimate.considers()).isEmpty();
    }

    @Test
    void what_is_not_known_widens_the_interval_and_is_named() {
        AmountEstimate unknown = of("L01", Map.of());
        AmountEstimate known = of("L01", Map.of("totalBizLoan", 100));

        assertThat(unknown.lowWan()).isEqualByComparingTo("0");
        assertThat(unknown.highWan()).isEqualByComparingTo("300");
        assertThat(unknown.missing()).extracting(FactRef::name).containsExactly("totalBizLoan");
        assertThat(known.lowWan()).isEqualByComparingTo("300");
        assertThat(known.missing()).isEmpty();
    }

    @Test
    void a_lower_limit_holds_for_those_that_it_is_stated_for() {
        Map<String, Object> held = Map.of("quals", List.of("高新技术企业"));

        assertThat(interval("L08", with(held, "collateral", List.of()))).isEqualTo("300～300");
        assertThat(interval("L08", with(held, "collateral", List.of("房产")))).isEqualTo("1000～1000");
        assertThat(interval("L08", held)).isEqualTo("300～1000");
        assertThat(of("L08", held).missing()).extracting(FactRef::name).containsExactly("collateral");
        assertThat(interval("L10", Map.of("entityType", "企业"))).isEqualTo("400～400");
        assertThat(interval("L10", Map.of("entityType", "个体工商户"))).isEqualTo("30～30");
    }

    @Test
    void a_limit_that_no_fact_decides_leaves_both_possible() {
        assertThat(interval("L05", Map.of("totalBizLoan", 0))).isEqualTo("100～300");
        assertThat(interval("L09", Map.of())).isEqualTo("40～500");
        assertThat(of("L09", Map.of()).certain()).isFalse();
    }

    @Test
    void what_the_bank_looks_at_besides_is_told_with_what_the_enterprise_has_of_it() {
        AmountEstimate estimate = of("L11", Map.of("taxPaid12m", 12.5));

        assertThat(estimate.basis()).contains("依据税务、开票数据授信：由银行核定，计算方法没有公布");
        assertThat(estimate.considers())
                .extracting(AmountEstimate.Considered::label, AmountEstimate.Considered::value)
                .containsExactly(tuple("近12个月纳税总额", "12.5 万元"), tuple("近12个月开票金额", null));
        assertThat(estimate.considers().getLast().missing())
                .extracting(FactRef::name)
                .containsExactly("invoiceAmount12m");
    }

    @Test
    void without_a_published_limit_nothing_is_estimated() {
        AmountEstimate estimate = of("L07", Map.of());

        assertThat(estimate.lowWan()).isNull();
        assertThat(estimate.highWan()).isNull();
        assertThat(estimate.basis()).containsExactly("产品没有公布最高额度", "金额按需提供：由银行核定，计算方法没有公布");
    }

    @Test
    void who_cannot_have_the_product_is_given_no_estimate() {
        assertThat(loan("L16", Map.of("regionCode", "510107")).estimate()).isNull();
    }

    @Test
    void every_fact_that_products_name_is_in_the_dictionary() {
        assertThat(ReferenceRules.products()).allSatisfy(product -> {
            if (product.amount() != null) {
                assertThat(product.amount().considers())
                        .allSatisfy(fact ->
                                assertThat(FactDictionary.standard().find(fact)).isNotNull());
            }
        });
    }

    private static String interval(String code, Map<String, Object> facts) {
        AmountEstimate estimate = of(code, facts);
        return plain(estimate.lowWan()) + "～" + plain(estimate.highWan());
    }

    private static String plain(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }

    private static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
        Map<String, Object> more = new HashMap<>(facts);
        more.put(name, value);
        return more;
    }

    private static AmountEstimate of(String code, Map<String, Object> facts) {
        AmountEstimate estimate = loan(code, facts).estimate();
        if (estimate == null) {
            throw new AssertionError("No estimate for " + code);
        }
        return estimate;
    }

    private static LoanMatch loan(String code, Map<String, Object> facts) {
        return new Matcher(SHELF, FactVector.of(FactDictionary.standard(), facts, DAY))
                .loans().stream()
                        .filter(loan -> loan.code().equals(code))
                        .findFirst()
                        .orElseThrow();
    }
}
