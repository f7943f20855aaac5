package cn.zhengqi.matching.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.api.match.ConditionResult.Gap;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.match.FirstStep;
import cn.zhengqi.matching.match.PolicyMatch;
import cn.zhengqi.matching.match.PolicyOnDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdviceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 2);

    private static final ConditionResult HIGH_TECH = failing("持有的资质", "包含 高新技术企业", null, "资质荣誉中没有“高新技术企业”", null);
    private static final ConditionResult CENTRE = failing("持有的资质", "包含 国家企业技术中心", null, "资质荣誉中没有“国家企业技术中心”", null);
    private static final FirstStep TO_HIGH_TECH = new FirstStep("高新技术企业", Ids.next(), "N01", "高新办法");
    private static final FirstStep TO_CENTRE = new FirstStep("国家企业技术中心", Ids.next(), "N08", "中心办法");

    @Test
    void what_is_enough_alone_is_told_as_a_choice_the_nearest_first_and_with_what_is_missing_for_it() {
        PolicyMatch highTech = policy("N01", List.of(), gap("甲"), gap("乙"), gap("丙"), gap("丁"));
        PolicyMatch small = policy(
                "N02",
                List.of(TO_HIGH_TECH, TO_CENTRE),
                of(Choice.ANY, null, HIGH_TECH, CENTRE, score("54", item("科技人员", "再得 4 分：还差 2 人"))));

        assertThat(new Advice(DAY, List.of(highTech, small)).of(small))
                .containsExactly("任选一项：先申报国家企业技术中心（《中心办法》）"
                        + "；或 提高综合评价得分，须再得 54 分；以下各项最近的一档共得 4 分，仅靠这些达不到：科技人员 再得 4 分：还差 2 人"
                        + "；或 先申报高新技术企业（《高新办法》，该项现不符合，还差 4 项条件：甲、乙、丙等）");
    }

    @Test
    void ways_to_points_are_as_many_as_bring_what_is_missing() {
        ConditionResult[] items = {
            item("甲", "再得 4 分：一"),
            item("乙", "再得 10 分：二"),
            item("丙", "再得 6 分：三"),
            item("丁", "再得 5 分：四"),
            item("戊", "再得 9 分：五")
        };

        assertThat(advice(score("22", items)))
                .containsExactly("提高综合评价得分，从以下各项合计补足所差的 22 分：甲 再得 4 分：一；乙 再得 10 分：二；丙 再得 6 分：三；丁 再得 5 分：四");
        assertThat(advice(score("44", items)))
                .singleElement()
                .asString()
                .startsWith("提高综合评价得分，须再得 44 分；以下各项最近的一档共得 34 分，仅靠这些达不到：");
    }

    @Test
    void what_is_needed_together_within_one_alternative_stays_together() {
        assertThat(advice(of(Choice.ANY, null, of(Choice.ALL, null, gap("甲"), gap("乙")), gap("丙"))))
                .containsExactly("任选一项：将丙提高到 10 人及以上，再更新企业画像；或 将甲提高到 10 人及以上，再更新企业画像，并将乙提高到 10 人及以上，再更新企业画像");
        assertThat(advice(of(Choice.ALL, null, gap("甲"), gap("乙")))).hasSize(2);
    }

    @Test
    void without_a_step_it_is_told_what_is_missing() {
        assertThat(advice(failing("信用等级", "为 A、B 之一", null, "信用等级为 C，要求 A 或 B", null)))
                .containsExactly("补上差的一项：信用等级为 C，要求 A 或 B");
    }

    @Test
    void what_a_list_of_holdings_lacks_is_to_be_got() {
        assertThat(advice(lacking("持有的资质中没有“科技型企业”"))).containsExactly("取得科技型企业资质，再更新企业画像");
        assertThat(advice(lacking("持有的资质中没有“专精特新‘小巨人’企业”"))).containsExactly("取得专精特新“小巨人”企业资质，再更新企业画像");
        assertThat(advice(lacking("持有的资质中没有“省部级以上科学技术奖励”"))).containsExactly("取得省部级以上科学技术奖励，再更新企业画像");
        assertThat(advice(lacking("持有的资质中没有“主导制定国际、国家或行业标准”"))).containsExactly("主导制定国际、国家或行业标准，再更新企业画像");
        assertThat(advice(lacking("持有的资质中没有以下任何一项：高新技术企业、绿色工厂"))).containsExactly("取得以下任何一项：高新技术企业、绿色工厂，再更新企业画像");
        assertThat(advice(lacking("可抵押物中没有“房产”。须有产权证"))).containsExactly("补充可抵押物：房产，须有产权证，再更新企业画像");
    }

    private static ConditionResult lacking(String gapText) {
        return failing("科技资质", "具有 某一项", null, gapText, null);
    }

    private static List<String> advice(ConditionResult condition) {
        return new Advice(DAY, List.of()).of(policy("A", List.of(), condition));
    }

    private static ConditionResult gap(String label) {
        return failing(label, "≥ 10 人", new Gap(BigDecimal.ONE, "人"), "还差 1 人", null);
    }

    private static ConditionResult item(String label, String gapText) {
        return failing(label, "满分 20 分", new Gap(BigDecimal.TEN, "分"), gapText, null);
    }

    private static ConditionResult score(String missing, ConditionResult... items) {
        return of(Choice.SCORE, new Gap(new BigDecimal(missing), "分"), items);
    }

    private static ConditionResult of(Choice choice, @Nullable Gap gap, ConditionResult... parts) {
        return failing(
                choice == Choice.SCORE ? "综合评价得分" : "须满足",
                null,
                gap,
                null,
                new ConditionResult.Combination(choice, null, null, List.of(parts)));
    }

    private static ConditionResult failing(
            String label,
            @Nullable String required,
            @Nullable Gap gap,
            @Nullable String gapText,
            ConditionResult.@Nullable Combination combination) {
        return new ConditionResult(
                new ConditionResult.Requirement(label, null, null, required, true),
                Outcome.NOT_MET,
                null,
                gap,
                gapText,
                List.of(),
                combination);
    }

    private static PolicyMatch policy(String code, List<FirstStep> steps, ConditionResult... conditions) {
        return new PolicyMatch(
                new PolicyOnDay(Ids.next(), code, "1", "政策" + code, "文号", "国家", "创新", null, null, null, true, null),
                MatchOutcome.NEARLY,
                50,
                100,
                false,
                false,
                List.of(conditions),
                List.of(),
                steps,
                List.of(),
                null);
    }
}
