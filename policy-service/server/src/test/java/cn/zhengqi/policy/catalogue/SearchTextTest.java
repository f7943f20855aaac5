package cn.zhengqi.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void brackets_width_and_case_make_no_difference() {
        assertThat(SearchText.normalise("财税〔２０１８〕76号"))
                .isEqualTo(SearchText.normalise("财税[2018]76号"))
                .isEqualTo(SearchText.normalise("财税（2018）76号"));
        assertThat(SearchText.normalise("专精特新“小巨人”企业　ABC")).isEqualTo("专精特新小巨人企业 abc");
    }

    @Test
    void terms_are_what_blanks_and_punctuation_divide() {
        assertThat(SearchText.terms("高企，认定；高企")).containsExactly("高企", "认定");
        assertThat(SearchText.terms("  ")).isEmpty();
    }

    @Test
    void pairs_do_not_cross_words() {
        assertThat(SearchText.pairs("加计扣除 研发")).containsExactly("加计", "计扣", "扣除", "研发");
    }

    @Test
    void the_words_with_which_one_asks_are_left_out() {
        assertThat(SearchText.pairs("我们是做软件的公司能免税吗")).containsExactly("软件", "公司", "免税");
    }

    @Test
    void digits_alone_are_not_compared_loosely() {
        assertThat(SearchText.pairs("91500113")).isEmpty();
        assertThat(SearchText.pairs("财税2018")).containsExactly("财税", "税2");
    }

    @Test
    void a_pattern_takes_wildcards_literally() {
        assertThat(SearchText.pattern("10%_\\")).isEqualTo("%10\\%\\_\\\\%");
    }
}
