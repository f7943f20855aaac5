package cn.zhengqi.policy.project;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.declaration.DeclarationServiceTest;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.api.InternalInstitutions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** A department keeps its projects. */
class ProjectsTest extends DeclarationServiceTest {

    @Test
    void a_project_is_read_by_everybody_once_it_is_open() {
        Answer created = created(project());
        assertThat(created.status()).isEqualTo(201);
        assertThat(get(enterprise, "/api/policy/projects/" + created.id()).status())
                .isEqualTo(404);

        Answer open = post(
                officer, "/api/policy/manage/projects/" + created.id() + "/open", Map.of("version", created.version()));
        assertThat(open.get("window")).isEqualTo("OPEN");
        Answer read = answerOf(client.anonymous()
                .get()
                .uri("/api/policy/projects/" + created.id())
                .exchange());
        assertThat(read.get("form").toString()).contains("从业人员");
        assertThat(items(answerOf(client.anonymous()
                        .get()
                        .uri("/api/policy/projects?policyId=" + policy + "&size=100")
                        .exchange())))
                .extracting(it -> it.get("id"))
                .contains(created.id().toString());

        Answer closed = post(
                officer, "/api/policy/manage/projects/" + created.id() + "/close", Map.of("version", open.version()));
        assertThat(closed.get("window")).isEqualTo("CLOSED");
        assertThat(post(
                                officer,
                                "/api/policy/manage/projects/" + created.id() + "/close",
                                Map.of("version", closed.version()))
                        .code())
                .isEqualTo("STATE_CONFLICT");
    }

    @Test
    void every_fault_of_a_form_is_said_at_its_place() {
        Map<String, Object> faulty = project();
        faulty.put(
                "form",
                Map.of(
                        "groups",
                        List.of(Map.of(
                                "title",
                                "一组",
                                "fields",
                                List.of(
                                        field("one", "甲", "CHOICE", true, Map.of("options", List.of("只有一个"))),
                                        field("one", "乙", "TEXT", true, Map.of("fact", "noSuchFact")),
                                        field(
                                                "three",
                                                "丙",
                                                "NUMBER",
                                                false,
                                                Map.of("min", 9, "max", 1, "fact", "totalAssets", "unit", "元")),
                                        field("four", "丁", "TABLE", false, Map.of()),
                                        field(
                                                "five",
                                                "戊",
                                                "TEXT",
                                                false,
                                                Map.of("shownWhen", Map.of("field", "six", "values", List.of("x")))),
                                        field(
                                                "six",
                                                "己",
                                                "YES_NO",
                                                false,
                                                Map.of("shownWhen", Map.of("field", "three", "values", List.of("x")))),
                                        field(
                                                "seven",
                                                "庚",
                                                "TABLE",
                                                false,
                                                Map.of(
                                                        "columns",
                                                        List.of(
                                                                field(
                                                                        "a",
                                                                        "数量",
                                                                        "NUMBER",
                                                                        true,
                                                                        Map.of("min", 9, "max", 1)),
                                                                field(
                                                                        "b",
                                                                        "型号",
                                                                        "TEXT",
                                                                        true,
                                                                        Map.of("max", 1))))))))));
        Answer refused = created(faulty);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("FORM_INVALID");
        assertThat(refused.errors().keySet())
                .containsExactlyInAnyOrder(
                        "form.groups[0].fields[0].options",
                        "form.groups[0].fields[1].key",
                        "form.groups[0].fields[1].fact",
                        "form.groups[0].fields[2].max",
                        "form.groups[0].fields[2].unit",
                        "form.groups[0].fields[3].columns",
                        "form.groups[0].fields[4].shownWhen.field",
                        "form.groups[0].fields[5].shownWhen.field",
                        "form.groups[0].fields[6].columns[0].max",
                        "form.groups[0].fields[6].columns[1].min");
        assertThat(refused.errors())
                .containsEntry("form.groups[0].fields[6].columns[0].max", "“数量”的最大值小于最小值")
                .containsEntry("form.groups[0].fields[6].columns[1].min", "“型号”不是数字，不能限定大小");
    }

    @Test
    void a_form_that_could_be_filled_in_beyond_what_is_taken_is_refused_and_a_long_one_is_kept() {
        assertThat(created(withTexts(40)).status()).isEqualTo(201);

        Answer refused = created(withTexts(60));
        assertThat(refused.code()).isEqualTo("FORM_INVALID");
        assertThat(refused.errors().get("form")).contains("超过 1024 KB");
    }

    /** Of 5,000 letters each, and with much said of each. */
    private Map<String, Object> withTexts(int many) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (int f = 0; f < many; f++) {
            fields.add(field(
                    "text" + f,
                    "说明" + f,
                    "CHOICE",
                    false,
                    Map.of("hint", "提".repeat(200), "options", options("选项" + f))));
            fields.add(field("long" + f, "长文" + f, "TEXT", false, Map.of("maxLength", 5000)));
        }
        Map<String, Object> project = project();
        project.put(
                "form",
                Map.of(
                        "groups",
                        List.of(
                                Map.of("title", "一组", "fields", fields.subList(0, many)),
                                Map.of("title", "二组", "fields", fields.subList(many, 2 * many)))));
        return project;
    }

    private static List<String> options(String of) {
        return IntStream.range(0, 50)
                .mapToObj(n -> of + "之" + n + "项".repeat(40))
                .toList();
    }

    @Test
    void an_open_window_does_not_end_before_today_and_one_that_is_over_may_be_told_otherwise() {
        Answer created = opened(project());
        LocalDate today = BusinessTime.today(Clock.systemUTC());
        Map<String, Object> body = new HashMap<>(Map.of("version", created.version()));
        Map<String, Object> ended = project();
        ended.put("opensOn", today.minusDays(9).toString());
        ended.put("closesOn", today.minusDays(1).toString());
        body.put("project", ended);
        assertThat(put(officer, "/api/policy/manage/projects/" + created.id(), body)
                        .errors())
                .containsEntry("closesOn", "截止日期不能早于今天；要立即结束，请关闭项目");

        jdbc.sql("update declaration_project set opens_on = ?, closes_on = ? where id = ?")
                .params(today.minusDays(9), today.minusDays(1), created.id())
                .update();
        ended.put("title", "另一名称");
        assertThat(put(officer, "/api/policy/manage/projects/" + created.id(), body)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void days_and_steps_the_wrong_way_round_are_refused() {
        Map<String, Object> early = project();
        early.put("closesOn", "2020-01-01");
        assertThat(created(early).errors()).containsKey("closesOn");

        Map<String, Object> backwards = project();
        backwards.put(
                "steps",
                List.of(
                        Map.of("kind", "APPROVAL", "workingDays", 3, "maySendBack", false),
                        Map.of("kind", "ACCEPTANCE", "workingDays", 3, "maySendBack", false)));
        assertThat(created(backwards).errors()).containsKey("steps[1].kind");
    }

    @Test
    void no_project_opens_of_which_a_step_is_given_to_an_institution_where_nobody_may_take_it() {
        UUID other = UUID.randomUUID();
        Mockito.when(institutions.open(List.of(other)))
                .thenReturn(List.of(new InternalInstitutions.Open(other, "另一部门", InstitutionType.DEPARTMENT)));
        Map<String, Object> shared = project();
        shared.put(
                "steps",
                List.of(
                        Map.of("kind", "ACCEPTANCE", "workingDays", 3, "maySendBack", true),
                        Map.of("kind", "FIRST_REVIEW", "workingDays", 3, "maySendBack", true, "institutionId", other)));
        Mockito.when(principals.staff(Mockito.eq(other), Mockito.any())).thenReturn(List.of());

        Answer refused = opened(shared);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("STEP_WITHOUT_PEOPLE");
        assertThat(refused.errors())
                .containsExactly(
                        Map.entry("steps[1].institutionId", "“初审”的办理部门“另一部门”没有可以办理政策申报的人员，请改由其他部门办理，或先为该部门增加经办人员"));

        Answer open = opened(project());
        assertThat(put(
                                officer,
                                "/api/policy/manage/projects/" + open.id(),
                                Map.of("version", open.version(), "project", shared))
                        .code())
                .as("nor is one changed so that is open")
                .isEqualTo("STEP_WITHOUT_PEOPLE");
        thereAre(0);
        Map<String, Object> renamed = project();
        renamed.put("summary", "延长办理时间");
        assertThat(put(
                                officer,
                                "/api/policy/manage/projects/" + open.id(),
                                Map.of("version", open.version(), "project", renamed))
                        .status())
                .as("what is not about its steps can be changed whoever is left")
                .isEqualTo(200);
        assertThat(opened(project()).errors())
                .as("nor in the department whose project it is")
                .containsOnlyKeys("steps[0].institutionId", "steps[1].institutionId");
    }

    @Test
    void no_project_opens_whose_steps_for_another_person_are_more_than_there_are_people() {
        Map<String, Object> strict = project();
        strict.put(
                "steps",
                List.of(
                        Map.of("kind", "ACCEPTANCE", "workingDays", 3, "maySendBack", true),
                        Map.of("kind", "FIRST_REVIEW", "workingDays", 3, "maySendBack", true, "anotherPerson", true),
                        Map.of("kind", "PUBLIC_NOTICE", "workingDays", 3, "maySendBack", true),
                        Map.of("kind", "APPROVAL", "workingDays", 3, "maySendBack", false, "anotherPerson", true)));
        thereAre(2);

        Answer refused = opened(strict);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("STEP_PEOPLE_TOO_FEW");
        assertThat(refused.errors()).containsOnlyKeys("steps[3].anotherPerson");
        assertThat(refused.get("detail"))
                .asString()
                .contains(officer.institutionName(), "办理“受理”、“初审”、“公示”、“批准”至少需要 3 名经办人员，现有 2 名；请为该部门增加经办人员");

        thereAre(3);
        assertThat(opened(strict).status()).isEqualTo(200);
    }

    @Test
    void a_step_goes_to_nobody_who_is_not_there_or_decides_nothing() {
        UUID unknown = UUID.randomUUID();
        UUID bank = UUID.randomUUID();
        Mockito.when(institutions.open(List.of(unknown, bank)))
                .thenReturn(List.of(new InternalInstitutions.Open(bank, "某银行", InstitutionType.BANK)));
        Map<String, Object> lost = project();
        lost.put(
                "steps",
                List.of(
                        Map.of("kind", "ACCEPTANCE", "workingDays", 3, "maySendBack", true, "institutionId", unknown),
                        Map.of("kind", "FIRST_REVIEW", "workingDays", 3, "maySendBack", true),
                        Map.of("kind", "APPROVAL", "workingDays", 3, "maySendBack", false, "institutionId", bank)));

        Answer refused = created(lost);
        assertThat(refused.code()).isEqualTo("FORM_INVALID");
        assertThat(refused.errors())
                .containsOnlyKeys("steps[0].institutionId", "steps[2].institutionId")
                .containsValue("“受理”的办理部门不存在或已停用，请重新选择");

        Answer created = created(project());
        assertThat(put(
                                officer,
                                "/api/policy/manage/projects/" + created.id(),
                                Map.of("version", created.version(), "project", lost))
                        .code())
                .isEqualTo("FORM_INVALID");
    }

    @Test
    void what_a_form_says_has_its_lengths() {
        Map<String, Object> wordy = project();
        wordy.put(
                "form",
                Map.of(
                        "groups",
                        List.of(Map.of(
                                "title",
                                "一组",
                                "fields",
                                List.of(
                                        field("yes", "是否", "YES_NO", true, Map.of()),
                                        field("text", "文字", "TEXT", true, Map.of("fact", "f".repeat(61))),
                                        field(
                                                "then",
                                                "说明",
                                                "TEXT",
                                                true,
                                                Map.of(
                                                        "shownWhen",
                                                        Map.of(
                                                                "field",
                                                                "yes",
                                                                "values",
                                                                Collections.nCopies(51, "true")))),
                                        field(
                                                "rows",
                                                "表格",
                                                "TABLE",
                                                true,
                                                Map.of(
                                                        "columns",
                                                        List.of(Map.of(
                                                                "key",
                                                                "c",
                                                                "label",
                                                                "列",
                                                                "type",
                                                                "CHOICE",
                                                                "required",
                                                                true,
                                                                "options",
                                                                List.of("甲", "乙".repeat(61)))))))))));

        assertThat(created(wordy).errors().keySet())
                .containsExactlyInAnyOrder(
                        "project.form.groups[0].fields[1].fact",
                        "project.form.groups[0].fields[2].shownWhen.values",
                        "project.form.groups[0].fields[3].columns[0].options[1]");
    }

    @Test
    void a_project_stands_under_a_published_policy_only() {
        assertThat(post(
                                officer,
                                "/api/policy/manage/projects",
                                Map.of("policyId", UUID.randomUUID(), "project", project()))
                        .code())
                .isEqualTo("POLICY_NOT_PUBLISHED");
    }

    @Test
    void of_two_editors_at_once_the_second_has_to_look_again() {
        Answer created = created(project());
        Map<String, Object> body = Map.of("version", created.version(), "project", project());
        assertThat(put(officer, "/api/policy/manage/projects/" + created.id(), body)
                        .status())
                .isEqualTo(200);
        assertThat(put(officer, "/api/policy/manage/projects/" + created.id(), body)
                        .code())
                .isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void of_two_who_ask_something_else_at_once_the_second_has_to_look_again() throws Exception {
        Answer created = created(project());
        Map<String, Object> other = project();
        other.put("materials", List.of());

        Answer refused = meanwhile(
                () -> {
                    jdbc.sql("update declaration_project set version = version + 1, form_version = 2 where id = ?")
                            .param(created.id())
                            .update();
                    jdbc.sql("""
                                    insert into declaration_form (project_id, version, form, schema, materials, steps, made_by, made_at)
                                    select project_id, 2, form, schema, materials, steps, made_by, made_at
                                    from declaration_form where project_id = ?""").param(created.id()).update();
                },
                () -> put(
                        officer,
                        "/api/policy/manage/projects/" + created.id(),
                        Map.of("version", created.version(), "project", other)));

        assertThat(refused.code()).isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void under_a_policy_that_was_withdrawn_no_project_is_opened() {
        Answer created = created(project());
        withdrawn(() -> {
            Answer refused = post(
                    officer,
                    "/api/policy/manage/projects/" + created.id() + "/open",
                    Map.of("version", created.version()));
            assertThat(refused.code()).isEqualTo("POLICY_NOT_PUBLISHED");
            assertThat(refused.get("detail")).asString().contains("已撤下");
        });
    }

    @Test
    void what_is_saved_as_it_was_is_no_new_version_of_the_form() {
        Answer created = created(project());
        Answer saved = put(
                officer,
                "/api/policy/manage/projects/" + created.id(),
                Map.of("version", created.version(), "project", project()));
        assertThat(saved.get("formVersion")).isEqualTo(1);
    }

    @Test
    void another_department_keeps_its_own() {
        Answer created = created(project());
        var stranger = officerOf(UUID.randomUUID());
        assertThat(get(stranger, "/api/policy/manage/projects/" + created.id()).status())
                .isEqualTo(404);
        assertThat(items(get(stranger, "/api/policy/manage/projects"))).isEmpty();
        assertThat(items(get(officer, "/api/policy/manage/projects?q=测试&sort=closesOn,asc&status=DRAFT")))
                .hasSize(1);
        assertThat(ExportedFile.of(client.as(officer), "/api/policy/manage/projects/export")
                        .rows())
                .hasSize(1);
    }
}
