package cn.zhengqi.matching.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.match.ExclusiveChoice;
import cn.zhengqi.matching.match.PolicyMatch;
import cn.zhengqi.matching.match.PolicyOnDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChoiceWordsTest {

    private static final PolicyMatch ALONE = policy(null);
    private static final PolicyMatch BETTER = policy(new ExclusiveChoice(true, List.of("B"), null, "优惠更高"));
    private static final PolicyMatch LESSER = policy(new ExclusiveChoice(false, List.of(), "A", "优惠更高"));
    private static final PolicyMatch ONE = policy(new ExclusiveChoice(true, List.of("D"), null, "优惠无法直接比较", true));
    private static final PolicyMatch OTHER = policy(new ExclusiveChoice(false, List.of(), "C", "优惠无法直接比较", true));

    @Test
    void where_nothing_decides_neither_is_advised() {
        assertThat(List.of(ONE, OTHER)).extracting(ChoiceWords::of).containsOnly("只能选其一：优惠无法直接比较");
        assertThat(ChoiceWords.of(BETTER)).isEqualTo("建议选择本项：优惠更高");
        assertThat(ChoiceWords.of(LESSER)).isEqualTo("不建议选择本项：优惠更高");
        assertThat(ChoiceWords.of(ALONE)).isNull();
    }

    @Test
    void how_many_can_be_had_together_is_told_with_who_chooses() {
        assertThat(ChoiceWords.count(List.of(ALONE))).isEmpty();
        assertThat(ChoiceWords.count(List.of(ALONE, BETTER, LESSER)))
                .isEqualTo("；其中 1 条与另一条不能同时享受，建议改选另一条，实际可同时享受 2 条");
        assertThat(ChoiceWords.count(List.of(ONE, OTHER))).isEqualTo("；其中 1 条与另一条不能同时享受，请按实际情况选择其一，实际可同时享受 1 条");
        assertThat(ChoiceWords.count(List.of(BETTER, LESSER, ONE, OTHER)))
                .isEqualTo("；其中 2 条与另一条不能同时享受，1 条建议改选另一条，1 条请按实际情况选择其一，实际可同时享受 2 条");
    }

    private static PolicyMatch policy(@Nullable ExclusiveChoice choice) {
        return new PolicyMatch(
                new PolicyOnDay(Ids.next(), "A", "1", "政策A", "文号", "国家", "创新", null, null, null, true, null),
                MatchOutcome.ELIGIBLE,
                100,
                100,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                choice);
    }
}
