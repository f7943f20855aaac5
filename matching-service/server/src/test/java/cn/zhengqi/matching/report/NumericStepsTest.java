package cn.zhengqi.matching.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.api.match.ConditionResult.Gap;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NumericStepsTest {

    private static final ConditionResult STAFF = gap("研发人员占比", "≥ 10%", new Gap(new BigDecimal("1.28"), "%"));
    private static final ConditionResult DEBT = gap("资产负债率", "< 70%", new Gap(BigDecimal.ONE, "%"));

    @Test
    void a_figure_is_to_be_raised_or_lowered_to_what_is_asked_for() {
        assertThat(steps(STAFF)).containsExactly("将研发人员占比提高到 10%及以上，再更新企业画像");
        assertThat(steps(DEBT)).containsExactly("将资产负债率降到 70%以下，再更新企业画像");
        assertThat(steps(gap("直通：股权融资", "≥ 8000 万元", new Gap(BigDecimal.TEN, "万元"))))
                .containsExactly("将股权融资提高到 8000 万元及以上，再更新企业画像");
        assertThat(steps(gap("最近一年研发费用", "> 0 万元", new Gap(BigDecimal.ZERO, "万元"))))
                .containsExactly("将最近一年研发费用提高到大于 0 万元，再更新企业画像");
    }

    @Test
    void who_is_too_young_waits_until_the_day() {
        assertThat(steps(gap("成立年限", "≥ 1 年", Gap.toWait(BigDecimal.TEN)))).containsExactly("等到 2026年12月6日，届时成立年限达到要求");
        assertThat(steps(gap("注册天数", "≥ 365 天", Gap.toWait(BigDecimal.TEN))))
                .containsExactly("等到 2026年12月6日，届时注册天数达到要求");
        assertThat(steps(gap("停工天数", "≥ 30 天", new Gap(BigDecimal.TEN, "天"))))
                .as("days that do not come by themselves")
                .isEmpty();
    }

    @Test
    void of_alternatives_one_is_enough() {
        assertThat(steps(of(Choice.ALL, STAFF, DEBT))).hasSize(2);
        assertThat(steps(of(Choice.ANY, STAFF, DEBT)))
                .containsExactly("任选一项：将研发人员占比提高到 10%及以上，再更新企业画像；或 将资产负债率降到 70%以下，再更新企业画像");
    }

    @Test
    void points_are_gained_where_a_step_gives_more() {
        ConditionResult item = new ConditionResult(
                new ConditionResult.Requirement("科技人员", null, null, "满分 20 分", true),
                Outcome.NOT_MET,
                "16 分",
                new Gap(BigDecimal.valueOf(4), "分"),
                "再得 4 分：研发人员占比 27%，还差约 2 人",
                List.of(),
                null);

        assertThat(steps(of(Choice.SCORE, item))).containsExactly("提高综合评价得分：科技人员 再得 4 分：研发人员占比 27%，还差约 2 人");
    }

    @Test
    void what_is_no_number_or_is_met_has_no_such_step() {
        assertThat(steps(gap("持有的资质", "有 高新技术企业", null))).isEmpty();
        assertThat(steps(new ConditionResult(
                        new ConditionResult.Requirement("职工总数", null, null, "≥ 1 人", true),
                        Outcome.MET,
                        "5 人",
                        null,
                        null,
                        List.of(),
                        null)))
                .isEmpty();
    }

    @Test
    void ways_to_points_are_not_told_as_if_any_of_them_were_enough() {
        ConditionResult staff = item("科技人员", "再得 4 分：研发人员占比 8.75%，还差约 1 人");
        ConditionResult rights = item("知识产权", "再得 6 分：Ⅱ类知识产权数 0 项，还差 1 项");

        assertThat(steps(of(Choice.SCORE, staff, rights)))
                .containsExactly(
                        "提高综合评价得分，从以下各项合计补足所差的分：" + "科技人员 再得 4 分：研发人员占比 8.75%，还差约 1 人；知识产权 再得 6 分：Ⅱ类知识产权数 0 项，还差 1 项");
    }

    private static ConditionResult item(String label, String gapText) {
        return new ConditionResult(
                new ConditionResult.Requirement(label, null, null, "满分 20 分", true),
                Outcome.NOT_MET,
                null,
                new Gap(BigDecimal.valueOf(4), "分"),
                gapText,
                List.of(),
                null);
    }

    private static List<String> steps(ConditionResult condition) {
        return NumericSteps.of(List.of(condition), LocalDate.of(2026, 11, 26));
    }

    private static ConditionResult gap(String label, String required, @Nullable Gap gap) {
        return new ConditionResult(
                new ConditionResult.Requirement(label, null, null, required, true),
                Outcome.NOT_MET,
                null,
                gap,
                "",
                List.of(),
                null);
    }

    private static ConditionResult of(Choice choice, ConditionResult... parts) {
        return new ConditionResult(
                new ConditionResult.Requirement(choice == Choice.SCORE ? "综合评价得分" : "须满足", null, null, null, true),
                Outcome.NOT_MET,
                null,
                null,
                "",
                List.of(),
                new ConditionResult.Combination(choice, null, null, List.of(parts)));
    }
}
