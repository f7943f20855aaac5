package cn.zhengqi.matching.api.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.api.match.ConditionResult.Combination;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import cn.zhengqi.matching.api.match.ConditionResult.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CriterionViewTest {

    @Test
    void what_has_words_of_its_document_is_told_in_them() {
        assertThat(told("成立年限", "企业成立满 1 年", "≥ 1 年")).isEqualTo("企业成立满 1 年");
    }

    @Test
    void what_has_none_is_told_with_the_fact_that_it_compares() {
        assertThat(told("成立年限", null, "≥ 1 年")).isEqualTo("成立年限：≥ 1 年");
        assertThat(told("所属行业", null, "制造业")).isEqualTo("所属行业：制造业");
        assertThat(told("高新技术企业", null, "是")).isEqualTo("高新技术企业：是");
    }

    @Test
    void what_may_be_chosen_from_stands_under_words_that_say_so() {
        assertThat(lines(
                        leaf("成立年限", "≥ 1 年"),
                        choice(Choice.ANY, "满足其一即可", leaf("参保人数", "≥ 5 人"), leaf("营业收入", "≥ 1,000 万元"))))
                .containsExactly("null | 成立年限：≥ 1 年", "满足其一即可 | 参保人数：≥ 5 人", "满足其一即可 | 营业收入：≥ 1,000 万元");
    }

    @Test
    void what_has_to_hold_together_within_a_choice_is_one_sentence() {
        assertThat(lines(choice(
                        Choice.ANY,
                        "满足其一即可",
                        choice(Choice.ALL, "须同时满足", leaf("参保人数", "≥ 5 人"), leaf("营业收入", "≥ 1,000 万元")),
                        leaf("高新技术企业", "是"))))
                .containsExactly("满足其一即可 | 参保人数：≥ 5 人，且营业收入：≥ 1,000 万元", "满足其一即可 | 高新技术企业：是");
    }

    @Test
    void a_choice_within_what_has_to_hold_stands_for_itself() {
        assertThat(lines(choice(
                        Choice.ALL,
                        "须同时满足",
                        leaf("成立年限", "≥ 1 年"),
                        choice(Choice.AT_LEAST, "至少满足 2 项", leaf("甲", "是"), leaf("乙", "是"), leaf("丙", "是")))))
                .containsExactly("null | 成立年限：≥ 1 年", "至少满足 2 项 | 甲：是", "至少满足 2 项 | 乙：是", "至少满足 2 项 | 丙：是");
    }

    @Test
    void a_choice_within_a_choice_says_what_it_asks_in_its_sentence() {
        assertThat(lines(choice(
                        Choice.ANY,
                        "满足其一即可",
                        choice(
                                Choice.ALL,
                                "须同时满足",
                                leaf("甲", "是"),
                                choice(Choice.ANY, "满足其一即可", leaf("乙", "是"), leaf("丙", "是"))),
                        choice(Choice.AT_LEAST, "至少满足 2 项", leaf("丁", "是"), leaf("戊", "是")))))
                .containsExactly("满足其一即可 | 甲：是，且（乙：是，或丙：是）", "满足其一即可 | 至少满足 2 项：丁：是；戊：是");
    }

    @Test
    void two_choices_are_not_taken_for_one() {
        assertThat(lines(
                        choice(Choice.ANY, "满足其一即可", leaf("甲", "是"), leaf("乙", "是")),
                        choice(Choice.ANY, "满足其一即可", leaf("丙", "是"), leaf("丁", "是"))))
                .containsExactly("满足其一即可 | 甲：是", "满足其一即可 | 乙：是", "满足其一即可（第 2 组） | 丙：是", "满足其一即可（第 2 组） | 丁：是");
    }

    @Test
    void tiers_stand_under_their_measure_as_those_of_documents_do() {
        assertThat(lines(
                        choice(Choice.BAND, null, "按营业收入分档", leaf("≥1亿元：研发费用占比", "≥ 3%"), leaf("<1亿元：研发费用占比", "≥ 4%"))))
                .containsExactly("按营业收入分档:≥1亿元 | ≥1亿元：研发费用占比：≥ 3%", "按营业收入分档:<1亿元 | <1亿元：研发费用占比：≥ 4%");
    }

    @Test
    void of_a_scoring_table_each_line_is_told_under_what_is_enough() {
        assertThat(lines(choice(Choice.SCORE, "≥ 60 分", "评分", leaf("研发投入", "满分 30 分"), leaf("知识产权", "满分 20 分"))))
                .containsExactly("评分：≥ 60 分 | 研发投入：满分 30 分", "评分：≥ 60 分 | 知识产权：满分 20 分");
    }

    @Test
    void in_one_line_a_choice_stays_together() {
        assertThat(CriterionView.inOneLine(CriterionView.of(List.of(
                        leaf("成立年限", "≥ 1 年"),
                        choice(Choice.ANY, "满足其一即可", leaf("甲", "是"), leaf("乙", "是")),
                        leaf("丙", "是")))))
                .isEqualTo("成立年限：≥ 1 年；满足其一即可：甲：是、乙：是；丙：是");
    }

    @Test
    void in_one_line_a_tier_is_said_once_and_choices_of_documents_are_called_as_on_pages() {
        ConditionResult tiers =
                choice(Choice.BAND, null, "按营业收入分档", leaf("≥1亿元：研发费用占比", "≥ 3%"), leaf("<1亿元：研发费用占比", "≥ 4%"));
        assertThat(CriterionView.inOneLine(CriterionView.of(List.of(tiers))))
                .isEqualTo("按营业收入分档：≥1亿元：研发费用占比：≥ 3%；按营业收入分档：<1亿元：研发费用占比：≥ 4%");
        assertThat(CriterionView.inOneLine(List.of(
                        new CriterionView("甲", "甲", true, "任一A"),
                        new CriterionView("乙", "乙", true, "任一A"),
                        new CriterionView("丙", "丙", true, "任一:免征"),
                        new CriterionView("丁", "丁", true, "任一"))))
                .isEqualTo("满足其一即可（A 组）：甲、乙；满足其一即可：免征：丙；满足其一即可：丁");
    }

    @Test
    void a_tier_that_asks_for_a_number_of_parts_says_so_once() {
        assertThat(lines(choice(
                        Choice.BAND,
                        null,
                        "按营业收入分档",
                        choice(Choice.AT_LEAST, "至少满足 2 项", "≥1亿元：至少满足 2 项", leaf("甲", "是"), leaf("乙", "是")))))
                .containsExactly("按营业收入分档:≥1亿元 | ≥1亿元：至少满足 2 项：甲：是；乙：是");
    }

    @Test
    void measures_of_one_name_are_two_and_a_title_that_begins_like_another_is_another() {
        assertThat(lines(
                        choice(Choice.BAND, null, "按营业收入分档", leaf("≥1亿元：甲", "是")),
                        choice(Choice.BAND, null, "按营业收入分档", leaf("≥1亿元：乙", "是"))))
                .containsExactly("按营业收入分档:≥1亿元 | ≥1亿元：甲：是", "按营业收入（第 2 组）分档:≥1亿元 | ≥1亿元：乙：是");
        assertThat(lines(
                        choice(Choice.ANY, null, "资质要求", leaf("甲", "是")),
                        choice(Choice.ANY, null, "资质", leaf("乙", "是"))))
                .containsExactly("资质要求 | 甲：是", "资质 | 乙：是");
    }

    private static List<String> lines(ConditionResult... told) {
        return CriterionView.of(List.of(told)).stream()
                .map(view -> view.group() + " | " + view.text())
                .toList();
    }

    private static ConditionResult leaf(String label, String required) {
        return result(new Requirement(label, null, null, required, true), null);
    }

    private static ConditionResult choice(Choice choice, String kind, ConditionResult... parts) {
        return choice(choice, kind, kind, parts);
    }

    private static ConditionResult choice(
            Choice choice, @Nullable String kind, String label, ConditionResult... parts) {
        return result(
                new Requirement(label, null, null, kind, true), new Combination(choice, null, null, List.of(parts)));
    }

    private static ConditionResult result(Requirement asked, @Nullable Combination combination) {
        return new ConditionResult(asked, Outcome.UNKNOWN, null, null, null, List.of(), combination);
    }

    private static String told(String label, @Nullable String clause, String required) {
        return CriterionView.of(List.of(result(new Requirement(label, clause, null, required, true), null)))
                .getFirst()
                .text();
    }
}
