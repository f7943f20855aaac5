package cn.zhengqi.matching.api.match;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.api.match.ConditionResult.Combination;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.ConditionResult.Gap;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import cn.zhengqi.matching.api.match.ConditionResult.Requirement;
import cn.zhengqi.matching.api.match.ConditionResult.ScoreRange;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ConditionResultJsonTest {

    private static final ConditionResult STAFF = new ConditionResult(
            new Requirement("职工总数", "职工不少于10人", "第三条", "≥ 10 人", true),
            Outcome.NOT_MET,
            "7 人",
            new Gap(BigDecimal.valueOf(3), "人"),
            "职工总数 7 人，还差 3 人",
            List.of(),
            null);

    private static final ConditionResult POINTS = new ConditionResult(
            new Requirement("研发投入", null, null, "满分 20 分", false),
            Outcome.UNKNOWN,
            null,
            null,
            null,
            List.of(new FactRef("rdExpense", "研发费用")),
            new Combination(
                    null, null, new ScoreRange(BigDecimal.ZERO, BigDecimal.valueOf(20), BigDecimal.valueOf(20)), null));

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void a_condition_is_written_on_one_level_without_what_is_absent() {
        assertThat(json.readTree(json.writeValueAsString(STAFF))).isEqualTo(json.readTree("""
                {"label": "职工总数", "clause": "职工不少于10人", "place": "第三条", "required": "≥ 10 人", "certain": true,
                 "outcome": "NOT_MET", "actual": "7 人", "gap": {"amount": 3, "unit": "人"},
                 "gapText": "职工总数 7 人，还差 3 人", "missingFacts": []}
                """));
    }

    @Test
    void whatever_it_is_made_up_of_is_read_as_it_was_written() {
        ConditionResult whole = new ConditionResult(
                new Requirement("满足其一即可", null, null, "满足其一即可", false),
                Outcome.UNKNOWN,
                null,
                null,
                null,
                List.of(),
                new Combination(Choice.ANY, "职工总数", null, List.of(STAFF, POINTS)));

        assertThat(json.readValue(json.writeValueAsString(whole), ConditionResult.class))
                .isEqualTo(whole);
    }

    @Test
    void a_result_that_was_kept_with_absent_parts_as_null_is_a_single_comparison() {
        ConditionResult read = json.readValue("""
                {"label": "职工总数", "clause": null, "place": null, "outcome": "MET", "required": "≥ 10 人", "actual": "12 人",
                 "gap": null, "gapText": null, "certain": true, "missingFacts": [], "choice": null, "chosen": null, "score": null, "children": null}
                """, ConditionResult.class);

        assertThat(read.combination()).isNull();
        assertThat(read.label()).isEqualTo("职工总数");
        assertThat(read.certain()).isTrue();
    }
}
