package cn.zhengqi.policy.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.data.Json;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.InternalStandings.Standing;
import cn.zhengqi.matching.api.match.MatchOutcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That a policy begins later is no condition that somebody fails. */
class DayToComeTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final String STAFF = "职工总数";

    @Test
    void who_meets_all_conditions_of_what_begins_later_fails_nothing() {
        assertThat(new Stood(meeting(FIRST), null).fails()).isFalse();
    }

    @Test
    void who_lacks_one_of_them_fails_it_as_under_any_policy() {
        Stood stood = new Stood(lacking(FIRST), null);
        assertThat(stood.fails()).isTrue();
        assertThatThrownBy(stood::mustNotFail).hasMessageContaining("未达到：" + STAFF);
    }

    @Test
    void nobody_is_found_before_the_day_and_the_reason_is_the_day() {
        Evidence evidence = new Evidence(meeting(FIRST), meeting(null));
        assertThat(evidence.fits()).isFalse();
        assertThat(evidence.against()).isEqualTo("政策自 2027年1月1日 起施行");
        assertThat(evidence.unmet()).as("who meets all conditions").isNull();
        assertThat(new Evidence(meeting(null), null).fits()).isTrue();
    }

    @Test
    void a_condition_that_is_not_met_is_told_beside_the_day() {
        assertThat(new Evidence(lacking(FIRST), null).against()).isEqualTo("政策自 2027年1月1日 起施行；不符合政策条件，未达到：" + STAFF);
        assertThat(new Evidence(lacking(FIRST), null).unmet()).isEqualTo("不符合政策条件，未达到：" + STAFF);
        assertThat(new Evidence(meeting(FIRST), lacking(null)).against())
                .isEqualTo("政策自 2027年1月1日 起施行；不符合本项目的兑付对象，未达到：" + STAFF);
    }

    @Test
    void what_was_kept_before_days_were_told_is_read_as_without_one() {
        Standing kept = Json.MAPPER.readValue(
                "{\"asOf\":\"2026-11-27\",\"outcome\":\"NEARLY\",\"verified\":true,\"conditions\":[],\"missing\":[]}",
                Standing.class);
        assertThat(kept.beginsOn()).isNull();
        assertThat(kept.outcome()).isEqualTo(MatchOutcome.NEARLY);
    }

    private static Standing meeting(@Nullable LocalDate first) {
        return new Standing(FIRST.minusDays(30), MatchOutcome.ELIGIBLE, true, List.of(), List.of(), first);
    }

    private static Standing lacking(@Nullable LocalDate first) {
        ConditionResult unmet = new ConditionResult(
                new ConditionResult.Requirement(STAFF, null, null, null, true),
                ConditionResult.Outcome.NOT_MET,
                null,
                null,
                null,
                List.of(),
                null);
        return new Standing(FIRST.minusDays(30), MatchOutcome.NEARLY, true, List.of(unmet), List.of(), first);
    }
}
