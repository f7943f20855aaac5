package cn.zhengqi.matching.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** By what money is estimated of figures that are for the enterprises alone. */
class SizeAveragesTest {

    @Test
    void each_size_of_ten_and_more_has_its_own_and_no_more_than_two_digits_of_it_are_told() {
        SizeAverages averages = new SizeAverages();
        add(averages, "小型", 10, 123);
        add(averages, "微型", 12, 7);

        assertThat(averages.of("小型")).hasValueSatisfying(of -> assertThat(of).isEqualByComparingTo("120"));
        assertThat(averages.of("微型")).hasValueSatisfying(of -> assertThat(of).isEqualByComparingTo("7"));
    }

    @Test
    void a_size_of_fewer_is_put_together_with_the_next_so_that_no_other_average_tells_it() {
        SizeAverages averages = new SizeAverages();
        add(averages, "大型", 1, 9_000);
        add(averages, "中型", 9, 1_000);
        add(averages, "中型", 10, 1_000);
        add(averages, "小型", 10, 100);
        add(averages, "微型", 3, 10);

        assertThat(averages.of("大型")).isEqualTo(averages.of("中型"));
        assertThat(averages.of("大型"))
                .hasValueSatisfying(of -> assertThat(of).isEqualByComparingTo(new BigDecimal("1400")));
        assertThat(averages.of("微型")).isEqualTo(averages.of("小型"));
        assertThat(averages.of("未载明")).isEqualTo(averages.of("小型"));
        assertThat(averages.of("小型"))
                .hasValueSatisfying(of -> assertThat(of).isEqualByComparingTo(new BigDecimal("79")));
    }

    @Test
    void there_is_none_of_nine_nor_where_one_has_more_than_a_half_and_a_loss_counts_as_nothing() {
        SizeAverages nine = new SizeAverages();
        add(nine, "小型", 9, 100);
        assertThat(nine.of("小型")).isEmpty();

        SizeAverages giant = new SizeAverages();
        add(giant, "大型", 1, 5_000);
        add(giant, "小型", 20, 100);
        assertThat(giant.of("大型")).isEmpty();
        assertThat(giant.of("小型")).hasValueSatisfying(of -> assertThat(of).isEqualByComparingTo("100"));

        SizeAverages losing = new SizeAverages();
        add(losing, "小型", 10, -500);
        add(losing, "小型", 10, 100);
        assertThat(losing.of("小型")).hasValueSatisfying(of -> assertThat(of).isEqualByComparingTo("50"));
    }

    private static void add(SizeAverages averages, String size, int enterprises, double figure) {
        for (int i = 0; i < enterprises; i++) {
            averages.add(size, figure);
        }
    }
}
