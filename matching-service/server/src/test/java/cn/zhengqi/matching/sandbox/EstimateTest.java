package cn.zhengqi.matching.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.benefit.BenefitSums;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void sums_are_told_of_three_and_more() {
        assertThat(of(2).money()).isEqualTo(new SandboxMoney(null, null, 2, 1));
        assertThat(of(3).money()).isEqualTo(new SandboxMoney(BigDecimal.valueOf(3), BigDecimal.valueOf(6), 3, 1));
    }

    @Test
    void what_the_whole_less_the_other_parts_would_tell_is_kept_back_with_the_smallest_of_them() {
        assertThat(Estimate.keptBack(Map.of("甲", of(2), "乙", of(4), "丙", of(9))))
                .containsExactlyInAnyOrder("甲", "乙");
        assertThat(Estimate.keptBack(Map.of("甲", of(2), "丁", of(1), "乙", of(4))))
                .containsExactlyInAnyOrder("甲", "丁");
        assertThat(Estimate.keptBack(Map.of("甲", of(0), "乙", of(4)))).isEmpty();
    }

    @Test
    void whose_own_figure_does_not_count_counts_with_the_average_of_its_size_and_not_where_there_is_none() {
        Estimate estimate = new Estimate();
        for (String size : List.of("小型", "小型", "小型", "大型")) {
            estimate.addAveraged(size);
        }
        estimate.settle(size -> size.equals("小型")
                ? Optional.of(new BenefitSums.Sum(BigDecimal.ZERO, BigDecimal.TEN))
                : Optional.empty());
        assertThat(estimate.money()).isEqualTo(new SandboxMoney(BigDecimal.ZERO, BigDecimal.valueOf(30), 3, 1));
    }

    /** So many that could be reckoned, and one that could not. */
    private static Estimate of(int counted) {
        Estimate estimate = new Estimate();
        estimate.add(Optional.empty());
        for (int i = 0; i < counted; i++) {
            estimate.add(Optional.of(new BenefitSums.Sum(BigDecimal.ONE, BigDecimal.TWO)));
        }
        return estimate;
    }
}
