package cn.zhengqi.matching.match;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.library.Library;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A loan product past the day until which its bank has it matched is none that an enterprise does not fit. */
class LoanPastItsDayTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 26);

    @Test
    void on_its_last_day_it_is_matched() {
        LoanMatch match = on(LAST, 50);

        assertThat(match.matchedUntil()).isNull();
        assertThat(match.estimate()).isNotNull();
    }

    @Test
    void after_it_the_enterprise_reads_that_it_ended_and_not_that_it_does_not_fit() {
        LoanMatch match = on(LAST.plusDays(1), 50);

        assertThat(match.matchedUntil()).isEqualTo(LAST);
        assertThat(match.wouldFit()).isTrue();
        assertThat(match.estimate()).isNull();
        assertThat(match.notice()).contains("2026年11月26日", "已停止匹配", "不再接受新申请");
    }

    @Test
    void who_would_not_fit_anyway_is_not_told_of_it_as_one_that_fits() {
        assertThat(on(LAST.plusDays(1), 5).wouldFit()).isFalse();
    }

    private static LoanMatch on(LocalDate day, int employees) {
        ProductRule rule = new ProductRule(
                "T1",
                "1",
                "测试贷",
                "测试银行",
                "信用贷款",
                "信用",
                BigDecimal.valueOf(300),
                12,
                "年化 3.8%",
                new Validity(null, LAST, true, null, null),
                true,
                "high",
                "测试",
                Comparison.of("employees", Operator.AT_LEAST, 20),
                null);
        ShelfOnDay shelf =
                new ShelfOnDay(new Library.Shelf(RuleBook.of(List.of(rule)), Map.of("T1", Ids.next()), 1), day);
        return new Matcher(shelf, FactVector.of(FactDictionary.standard(), Map.of("employees", employees), day))
                .loans()
                .getFirst();
    }
}
