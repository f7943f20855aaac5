package cn.zhengqi.ops.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoveredTextTest {

    private static final String NAME = "甲乙丙丁科技有限公司";

    private static String covered(String words, String... others) {
        CoveredText text = new CoveredText(words).showing(NAME, "****公司");
        for (String other : others) {
            text.without(other);
        }
        return text.toString();
    }

    @Test
    void names_and_numbers_are_covered_by_themselves() {
        assertThat(covered(NAME + "的李四，电话13998765432")).isEqualTo("****公司的李四，电话139****5432");
    }

    @Test
    void what_else_is_named_is_covered_wherever_it_stands_the_longest_first() {
        assertThat(covered("甲乙谢谢李四，联系人李四", "李四", "人李四", "甲乙")).isEqualTo("***谢谢***，联系***");
    }

    @Test
    void a_part_of_the_full_name_leaves_nothing_else_of_it() {
        assertThat(covered(NAME + "很满意", "甲乙", "科技")).isEqualTo("****公司很满意");
    }

    @Test
    void what_reaches_over_the_full_name_or_a_number_goes_with_all_of_it() {
        assertThat(covered(NAME + "李四很差", NAME + "李四")).isEqualTo("***很差");
        assertThat(covered("找公司李四" + NAME, "李四甲乙")).isEqualTo("找公司***");
        assertThat(covered("联系李四13998765432", "李四13998765432")).isEqualTo("联系***");
        assertThat(covered("联系李四13998765432吧", "四139")).isEqualTo("联系李***吧");
    }
}
