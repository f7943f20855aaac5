package cn.zhengqi.policy.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.InternalStandings.Standing;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.project.Audience;
import cn.zhengqi.policy.project.DeclarationProject;
import cn.zhengqi.policy.standing.Stood;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom a project lets in. */
class CheckedTest {

    private static final Audience AUDIENCE =
            new Audience(Map.of("type", "comparison"), List.of(new CriterionView("职工总数", "不少于 10 人", true, null)));

    private static final Standing MEETS = standing(MatchOutcome.ELIGIBLE);
    private static final Standing FAILS = standing(MatchOutcome.INELIGIBLE, unmet("职工总数", "≥ 10 人"));

    @Test
    void who_fails_the_policy_or_the_project_is_barred_where_the_project_says_so() {
        DeclarationProject strict = project(true, AUDIENCE);
        assertThat(new Checked(new Stood(MEETS, MEETS), AUDIENCE).bars(strict)).isFalse();
        assertThat(new Checked(new Stood(FAILS, MEETS), AUDIENCE).bars(strict)).isTrue();
        assertThat(new Checked(new Stood(MEETS, FAILS), AUDIENCE).bars(strict)).isTrue();
        assertThat(new Checked(new Stood(MEETS, FAILS), AUDIENCE).bars(project(false, AUDIENCE)))
                .isFalse();
    }

    @Test
    void what_is_open_or_cannot_be_asked_bars_nobody() {
        DeclarationProject strict = project(true, AUDIENCE);
        assertThat(new Checked(new Stood(null, null), AUDIENCE).bars(strict)).isFalse();
        assertThat(new Checked(new Stood(MEETS, standing(MatchOutcome.UNKNOWN)), AUDIENCE).bars(strict))
                .isFalse();
    }

    @Test
    void a_refusal_says_what_is_not_met_and_of_many_the_first_and_how_many() {
        assertThatThrownBy(() -> new Checked(new Stood(MEETS, FAILS), AUDIENCE).mustLetInto(project(true, AUDIENCE)))
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.code()).isEqualTo(PolicyProblem.NOT_ELIGIBLE))
                .hasMessageContaining("未达到：职工总数（要求 ≥ 10 人）");
        Standing many = standing(
                MatchOutcome.INELIGIBLE,
                IntStream.rangeClosed(1, 7).mapToObj(n -> unmet("条件" + n, null)).toArray(ConditionResult[]::new));
        assertThatThrownBy(() -> new Checked(new Stood(many, many), AUDIENCE).mustLetInto(project(true, AUDIENCE)))
                .hasMessageEndingWith("未达到：条件1、条件2、条件3、条件4、条件5等 7 项");
    }

    @Test
    void who_was_held_against_other_conditions_has_to_look_again_whether_barred_or_not() {
        Audience now = new Audience(Map.of("type", "anyOf"), List.of());
        for (Audience another : new Audience[] {now, null}) {
            assertThatThrownBy(
                            () -> new Checked(new Stood(MEETS, MEETS), AUDIENCE).mustLetInto(project(false, another)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            it -> assertThat(it.code()).isEqualTo(PolicyProblem.AUDIENCE_CHANGED));
        }
        assertThatCode(() -> new Checked(new Stood(FAILS, FAILS), AUDIENCE).mustLetInto(project(false, AUDIENCE)))
                .doesNotThrowAnyException();
    }

    private static DeclarationProject project(boolean barring, @Nullable Audience audience) {
        DeclarationProject project = mock(DeclarationProject.class);
        when(project.barring()).thenReturn(barring);
        when(project.audience()).thenReturn(audience);
        return project;
    }

    private static Standing standing(MatchOutcome outcome, ConditionResult... conditions) {
        return new Standing(LocalDate.of(2026, 11, 27), outcome, true, List.of(conditions), List.of(), null);
    }

    private static ConditionResult unmet(String label, @Nullable String required) {
        return new ConditionResult(
                new ConditionResult.Requirement(label, null, null, required, true),
                ConditionResult.Outcome.NOT_MET,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
