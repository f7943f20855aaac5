package cn.zhengqi.policy.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.api.InternalFactUses;
import cn.zhengqi.testing.ExportedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project with conditions of its own: how they are kept, and what they mean for who declares. */
class AudienceTest extends DeclarationServiceTest {

    private static final Map<String, Object> TEN_PEOPLE = comparison("employees", ">=", 10);

    @BeforeEach
    void the_engine_tells_a_tree() {
        when(trials.answer(any()))
                .thenReturn(
                        new Trial.Answer(List.of(), List.of(condition(ConditionResult.Outcome.UNKNOWN)), List.of()));
        theAudienceIs(MatchOutcome.ELIGIBLE);
    }

    @Test
    void everybody_reads_in_words_whom_a_project_is_for_and_its_department_the_tree() {
        Answer open = opened(of(TEN_PEOPLE, false));

        Answer read = answerOf(client.anonymous()
                .get()
                .uri("/api/policy/projects/" + open.id())
                .exchange());
        assertThat(read.get("audience").toString()).contains("职工总数", "≥ 10 人");
        assertThat(get(officer, "/api/policy/manage/projects/" + open.id()).get("criteria"))
                .isEqualTo(TEN_PEOPLE);
        assertThat(ExportedFile.of(client.as(officer), "/api/policy/manage/projects/export")
                        .column("申报对象"))
                .containsExactly("职工总数：≥ 10 人");

        Answer without = changed(open, of(null, true));
        assertThat(without.get("criteria")).isNull();
        assertThat((List<?>) without.get("audience")).isEmpty();
        assertThat(without.get("formVersion"))
                .as("whom it is for is no matter of the form")
                .isEqualTo(open.get("formVersion"));
        assertThat(ExportedFile.of(client.as(officer), "/api/policy/manage/projects/export")
                        .column("申报对象"))
                .containsExactly("与政策条件一致（仅限对象申报）");
    }

    @Test
    void what_policies_may_not_ask_projects_may_not_and_nothing_of_it_is_kept() {
        Answer sound = created(of(TEN_PEOPLE, false));
        for (Map<String, Object> faulty : List.of(
                comparison("noSuchFact", ">=", 10),
                comparison("employees", ">=", "十"),
                comparison("employees", "contains", 10),
                Map.<String, Object>of(
                        "type",
                        "allOf",
                        "criteria",
                        List.of(comparison("employees", ">=", 10), comparison("employees", "<", 5))))) {
            Answer refused = created(of(faulty, false));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("CRITERIA_FAULTY");
            assertThat((List<?>) refused.get("faults")).isNotEmpty();
            assertThat(changed(sound, of(faulty, false)).code()).isEqualTo("CRITERIA_FAULTY");
        }
        assertThat(items(get(officer, "/api/policy/manage/projects"))).hasSize(1);
        assertThat(get(officer, "/api/policy/manage/projects/" + sound.id()).get("criteria"))
                .isEqualTo(TEN_PEOPLE);
    }

    @Test
    void while_nobody_can_say_what_they_mean_conditions_are_not_kept() {
        Answer before = created(of(TEN_PEOPLE, false));
        when(trials.answer(any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));
        assertThat(created(of(TEN_PEOPLE, false)).status()).isEqualTo(503);
        assertThat(created(project()).status()).isEqualTo(201);
        assertThat(changed(before, of(comparison("employees", ">=", 11), false)).status())
                .isEqualTo(503);

        Map<String, Object> another = of(TEN_PEOPLE, false);
        another.put("title", "改了名称");
        Answer changed = changed(before, another);
        assertThat(changed.get("title"))
                .as("what it asks has its words already")
                .isEqualTo("改了名称");
        assertThat(changed.get("audience")).isEqualTo(before.get("audience"));
    }

    @Test
    void who_is_surely_not_meant_is_told_why_and_begins_only_where_the_project_lets_them() {
        theAudienceIs(MatchOutcome.INELIGIBLE);
        Answer mild = opened(of(TEN_PEOPLE, false));
        Answer told = get(enterprise, "/api/policy/my/projects/" + mild.id() + "/eligibility");
        assertThat(told.get("audience").toString()).contains("INELIGIBLE", "还差 3 人");
        assertThat(told.get("standing").toString()).contains("ELIGIBLE");
        assertThat(told.get("barred")).isEqualTo(false);
        assertThat(submitted(enterprise, mild.id()).status()).isEqualTo(200);

        Answer strict = opened(of(TEN_PEOPLE, true));
        assertThat(get(enterprise, "/api/policy/my/projects/" + strict.id() + "/eligibility")
                        .get("barred"))
                .isEqualTo(true);
        Answer refused = begun(enterprise, strict.id());
        assertThat(refused.code()).isEqualTo("NOT_ELIGIBLE");
        assertThat(refused.get("detail").toString()).contains("职工总数（要求 ≥ 10 人）");

        theAudienceIs(MatchOutcome.UNKNOWN);
        assertThat(begun(enterprise, strict.id()).status())
                .as("what is open bars nobody")
                .isEqualTo(201);
    }

    @Test
    void a_project_that_is_closed_names_its_facts_still_for_it_may_be_opened_again() {
        Answer open = opened(of(TEN_PEOPLE, false));
        post(officer, "/api/policy/manage/projects/" + open.id() + "/close", Map.of("version", open.version()));

        assertThat(client.asService("matching-service")
                        .get()
                        .uri("/internal/policies/facts/employees/uses")
                        .exchange()
                        .expectBody(InternalFactUses.Use[].class)
                        .returnResult()
                        .getResponseBody())
                .extracting(InternalFactUses.Use::kind)
                .contains(InternalFactUses.Kind.DECLARATION_PROJECT);
    }

    @Test
    void of_what_is_open_a_list_knows_what_takes_no_declaration_of_this_enterprise() {
        Answer mild = opened(of(TEN_PEOPLE, false));
        Answer strict = opened(of(TEN_PEOPLE, true));
        theAudienceIs(MatchOutcome.INELIGIBLE);
        assertThat(barred())
                .contains(strict.id().toString())
                .doesNotContain(mild.id().toString());

        theAudienceIs(MatchOutcome.UNKNOWN);
        assertThat(barred()).doesNotContain(strict.id().toString());

        theAudienceIs(MatchOutcome.INELIGIBLE);
        post(officer, "/api/policy/manage/projects/" + strict.id() + "/close", Map.of("version", strict.version()));
        assertThat(barred())
                .as("it is not shown as open")
                .doesNotContain(strict.id().toString());
    }

    private List<String> barred() {
        return ((List<?>) get(enterprise, "/api/policy/my/projects/barred").get("projects"))
                .stream().map(String::valueOf).toList();
    }

    @Test
    void a_declaration_goes_by_what_holds_when_it_is_handed_in_and_keeps_its_draft() {
        Answer strict = opened(of(TEN_PEOPLE, true));
        Answer draft = whole(enterprise, strict.id());

        theAudienceIs(MatchOutcome.INELIGIBLE);
        Answer refused = my(enterprise, draft, "submit");
        assertThat(refused.code()).isEqualTo("NOT_ELIGIBLE");
        assertThat(refused.get("detail").toString()).contains("职工总数");
        assertThat(get(enterprise, "/api/policy/my/declarations/" + draft.id()).get("status"))
                .isEqualTo("DRAFT");

        theAudienceIs(MatchOutcome.ELIGIBLE);
        assertThat(my(enterprise, draft, "submit").get("status")).isEqualTo("SUBMITTED");
    }

    @Test
    void what_was_handed_in_keeps_how_its_enterprise_stood_whatever_the_project_asks_later() {
        Answer open = opened(of(TEN_PEOPLE, false));
        theAudienceIs(MatchOutcome.NEARLY);
        Answer declared = submitted(enterprise, open.id());

        theAudienceIs(MatchOutcome.ELIGIBLE);
        assertThat(changed(open, of(comparison("employees", ">=", 5), true)).status())
                .isEqualTo(200);

        Answer read = get(officer, "/api/policy/declarations/" + declared.id());
        assertThat(read.get("audience").toString()).contains("NEARLY", "≥ 10 人");
        assertThat(act(officer, read, "take-on", Map.of()).get("status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void who_was_held_against_conditions_that_changed_meanwhile_is_asked_to_look_again() {
        Answer open = opened(of(TEN_PEOPLE, false));
        Answer draft = whole(enterprise, open.id());
        when(standings.against(any(), any())).thenAnswer(asked -> {
            changed(open, of(comparison("employees", ">=", 500), true));
            return standing(MatchOutcome.ELIGIBLE);
        });

        assertThat(my(enterprise, draft, "submit").code()).isEqualTo("AUDIENCE_CHANGED");
    }

    private Map<String, Object> of(@Nullable Map<String, Object> criteria, boolean barring) {
        Map<String, Object> project = new HashMap<>(project());
        project.put("barring", barring);
        if (criteria != null) {
            project.put("criteria", criteria);
        }
        return project;
    }

    private Answer changed(Answer seen, Map<String, Object> project) {
        return put(
                officer,
                "/api/policy/manage/projects/" + seen.id(),
                Map.of("version", seen.version(), "project", project));
    }

    private void theAudienceIs(MatchOutcome outcome) {
        when(standings.against(any(), any())).thenReturn(standing(outcome));
    }

    private static Map<String, Object> comparison(String fact, String op, Object value) {
        return Map.of("type", "comparison", "fact", fact, "op", op, "value", value);
    }
}
