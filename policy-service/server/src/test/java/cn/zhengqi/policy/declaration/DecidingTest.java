package cn.zhengqi.policy.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.api.InternalPrincipals.StaffMember;
import cn.zhengqi.web.CurrentUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;

/** What a department does: take on, pass, send back, reject. */
class DecidingTest extends DeclarationServiceTest {

    @Autowired
    private DeclarationFiles store;

    @Autowired
    private FileMapper files;

    private Answer declared;

    @BeforeEach
    void a_declaration() {
        declared = submitted(enterprise, opened(project()).id());
    }

    @Test
    void it_goes_through_its_steps_each_with_its_own_promise() {
        Answer taken = act(officer, declared, "take-on", Map.of());
        assertThat(taken.get("status")).isEqualTo("IN_REVIEW");
        assertThat(taken.get("handlerName")).isEqualTo(officer.name());
        Answer passed = act(officer, taken, "pass", Map.of("opinion", "材料齐全"));
        assertThat(passed.get("step")).isEqualTo("APPROVAL");
        assertThat(passed.get("handlerId")).isNull();
        assertThat(passed.get("promise").toString()).contains("workingDays=5", "state=RUNNING");
        Answer approved = act(officer, act(officer, passed, "take-on", Map.of()), "pass", Map.of());
        assertThat(approved.get("status")).isEqualTo("APPROVED");

        assertThat(get(enterprise, "/api/policy/my/declarations/" + declared.id())
                        .get("timeline")
                        .toString())
                .contains("提交申报", "承办", "材料齐全", "批准");
        assertThat(eventsOf(declared.id()))
                .containsExactly(
                        "policy.DeclarationSubmitted",
                        "policy.DeclarationTakenOn",
                        "policy.DeclarationPassed",
                        "policy.DeclarationTakenOn",
                        "policy.DeclarationApproved");
        assertThat(jdbc.sql("select state from promise where case_number = ? order by working_days")
                        .param(declared.get("number"))
                        .query(String.class)
                        .list())
                .containsExactly("ANSWERED", "ANSWERED");
    }

    @Test
    void several_are_decided_with_one_opinion_each_by_its_own_rules_and_repeated_the_answer_is_the_same() {
        UUID project = opened(project()).id();
        Answer first = act(officer, submitted(anEnterprise(), project), "take-on", Map.of());
        Answer stale = submitted(anEnterprise(), project);
        act(officer, stale, "take-on", Map.of());
        Answer untaken = submitted(anEnterprise(), project);
        Answer second = act(officer, submitted(anEnterprise(), project), "take-on", Map.of());
        Map<String, Object> batch = Map.of(
                "action",
                "PASS",
                "opinion",
                "材料齐全",
                "items",
                List.of(
                        seen(first),
                        seen(stale),
                        seen(untaken),
                        Map.of("id", UUID.randomUUID(), "version", 0),
                        seen(second)));
        String key = UUID.randomUUID().toString();

        List<Map<String, Object>> rows = batch(officer, batch, key);

        assertThat(rows)
                .extracting(row -> row.get("done"), row -> row.get("code"))
                .containsExactly(
                        tuple(true, null),
                        tuple(false, "VERSION_CONFLICT"),
                        tuple(false, "STATE_CONFLICT"),
                        tuple(false, "NOT_FOUND"),
                        tuple(true, null));
        assertThat(batch(officer, batch, key)).isEqualTo(rows);
        for (Answer done : List.of(first, second)) {
            assertThat(eventsOf(done.id()))
                    .containsExactly(
                            "policy.DeclarationSubmitted", "policy.DeclarationTakenOn", "policy.DeclarationPassed");
        }
        assertThat(eventsOf(untaken.id())).containsExactly("policy.DeclarationSubmitted");
        assertThat(get(officer, "/api/policy/declarations/" + second.id())
                        .get("timeline")
                        .toString())
                .contains("材料齐全");
    }

    @Test
    void several_are_taken_on_and_rejected_and_a_rejection_needs_its_reason() {
        Answer taken = reRead(declared, "TAKE_ON", null);
        assertThat(taken.get("handlerName")).isEqualTo(officer.name());
        assertThat(post(
                                officer,
                                "/api/policy/declarations/batch",
                                Map.of("action", "REJECT", "items", List.of(seen(taken)), "opinion", " "))
                        .errors())
                .containsEntry("opinion", "请填写驳回的原因");
        assertThat(post(
                                officer,
                                "/api/policy/declarations/batch",
                                Map.of("action", "REJECT", "items", List.of(seen(taken)), "opinion", "  否    "))
                        .errors())
                .containsEntry("opinion", "驳回的原因为 5 到 500 字");

        assertThat(reRead(taken, "REJECT", "不符合条件"))
                .satisfies(it -> assertThat(it.get("status")).isEqualTo("REJECTED"))
                .satisfies(it -> assertThat(it.get("reason")).isEqualTo("不符合条件"));
    }

    private Answer reRead(Answer of, String action, @Nullable String opinion) {
        Map<String, Object> batch = new HashMap<>(Map.of("action", action, "items", List.of(seen(of))));
        batch.put("opinion", opinion);
        assertThat(batch(officer, batch, UUID.randomUUID().toString()))
                .extracting(row -> row.get("done"))
                .containsExactly(true);
        return get(officer, "/api/policy/declarations/" + of.id());
    }

    private static Map<String, Object> seen(Answer declaration) {
        return Map.of("id", declaration.id(), "version", declaration.version());
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> batch(CurrentUser who, Map<String, Object> batch, String key) {
        return client.as(who)
                .post()
                .uri("/api/policy/declarations/batch")
                .header("Idempotency-Key", key)
                .body(batch)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(List.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void what_a_department_opens_is_on_record_and_told_to_the_enterprise() {
        UUID file = jdbc.sql("select file_ids[1]::uuid from declaration where id = ?")
                .param(declared.id())
                .query(UUID.class)
                .single();
        assertThat(get(enterprise, "/api/policy/my/declarations/" + declared.id())
                        .status())
                .isEqualTo(200);
        assertThat(get(officerOf(UUID.randomUUID()), "/api/policy/declarations/" + declared.id())
                        .status())
                .isEqualTo(404);
        assertThat(readings()).as("of what is one's own, or was not shown").isEmpty();

        get(officer, "/api/policy/declarations/" + declared.id());
        client.as(officer)
                .get()
                .uri("/api/policy/declaration-files/" + file)
                .exchange()
                .expectStatus()
                .isOk();
        client.as(enterprise)
                .get()
                .uri("/api/policy/declaration-files/" + file)
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(readings())
                .extracting(
                        it -> it.get("document"),
                        it -> it.get("enterpriseId"),
                        it -> it.get("readerId"),
                        it -> it.get("number"))
                .containsExactly(
                        tuple(
                                "申报表",
                                enterprise.enterpriseId().toString(),
                                officer.accountId().toString(),
                                declared.get("number")),
                        tuple(
                                "执照.pdf",
                                enterprise.enterpriseId().toString(),
                                officer.accountId().toString(),
                                declared.get("number")));
        assertThat(jdbc.sql("""
                                select data ->> 'action' from outbox
                                where type = 'audit.ChangeRecorded' and data -> 'actor' ->> 'id' = ? and data ->> 'action' like '%VIEWED' order by seq""")
                        .param(officer.accountId().toString())
                        .query(String.class)
                        .list())
                .containsExactly("DECLARATION_VIEWED", "DECLARATION_FILE_VIEWED");
    }

    private List<Map<String, Object>> readings() {
        return jdbc.sql("""
                        select data ->> 'document' as "document", data ->> 'enterpriseId' as "enterpriseId", data ->> 'readerId' as "readerId",
                          data ->> 'number' as "number"
                        from outbox where type = 'policy.DeclarationViewed' and data ->> 'declarationId' = ? order by seq""").param(declared.id().toString()).query().listOfRows();
    }

    @Test
    void of_two_officers_at_once_one_has_to_look_again() throws Exception {
        CurrentUser colleague = officerOf(department);
        List<Answer> answers = atOnce(List.of(
                () -> act(officer, declared, "take-on", Map.of()),
                () -> act(colleague, declared, "take-on", Map.of())));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers).extracting(Answer::code).contains("VERSION_CONFLICT");
    }

    @Test
    void who_did_not_take_it_on_does_not_decide() {
        assertThat(act(officer, declared, "pass", Map.of()).code()).isEqualTo("STATE_CONFLICT");
        Answer taken = act(officer, declared, "take-on", Map.of());
        CurrentUser colleague = officerOf(department);

        assertThat(act(colleague, taken, "take-on", Map.of()).code()).isEqualTo("HANDLED_BY_ANOTHER");
        assertThat(act(colleague, taken, "pass", Map.of()).code()).isEqualTo("HANDLED_BY_ANOTHER");
    }

    @Test
    void what_was_sent_back_is_supplemented_and_nothing_else_changed() {
        UUID first = firstFile();
        Answer taken = act(officer, declared, "take-on", Map.of());
        assertThat(taken.get("before")).isEqualTo(List.of());
        Answer back = act(
                officer,
                taken,
                "send-back",
                Map.of(
                        "reason",
                        "请核对后再报",
                        "marked",
                        List.of(Map.of("key", "product", "words", "写全称"), Map.of("key", "licence"))));
        assertThat(back.get("status")).isEqualTo("SENT_BACK");
        assertThat(back.get("promise").toString()).contains("PAUSED");

        Map<String, Object> answers = answers();
        answers.put("product", "精密齿轮");
        answers.put("employees", 900);
        UUID better = uploaded(enterprise, TestPdf.ofOnePage()).id();
        Answer refused = supplemented(back, answers, better);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("FIELD_NOT_MARKED");
        assertThat(refused.errors()).containsExactly(Map.entry("answers.employees", "“从业人员”没有被标注，不能修改"));

        answers.put("employees", 86);
        Answer again = supplemented(back, answers, better);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.get("status")).isEqualTo("IN_REVIEW");
        assertThat(again.get("promise").toString()).contains("RUNNING");
        assertThat(again.get("answers").toString()).contains("精密齿轮");
        assertThat(again.get("before").toString())
                .as("what it was is told beside what it is, of what was changed alone")
                .contains("key=product, answer=齿轮")
                .contains("key=licence")
                .doesNotContain("employees");
        assertThat(again.get("files").toString())
                .as("with the names of the files that were handed in first")
                .contains(first.toString(), better.toString());
        assertThat(jdbc.sql(
                                "select answers -> 'values' ->> 'product' from declaration_event where declaration_id = ? and answers is not null order by at")
                        .param(declared.id())
                        .query(String.class)
                        .list())
                .as("what was handed in first is kept")
                .containsExactly("齿轮", "精密齿轮");
    }

    @Test
    void what_is_wrong_in_a_supplement_is_said_while_it_is_typed_and_nothing_of_it_is_kept() {
        Answer taken = act(officer, declared, "take-on", Map.of());
        String check = "/api/policy/my/declarations/" + declared.id() + "/supplement/check";
        Map<String, Object> typed = Map.of(
                "version", taken.version(), "answers", Map.of("employees", -9, "assets", "很多"), "papers", Map.of());
        assertThat(post(enterprise, check, typed).code()).isEqualTo("STATE_CONFLICT");
        Answer back = act(
                officer,
                taken,
                "send-back",
                Map.of("reason", "请核对后再报", "marked", List.of(Map.of("key", "employees"), Map.of("key", "assets"))));

        assertThat(client.as(enterprise)
                        .post()
                        .uri(check)
                        .body(typed)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("answers.employees", "“从业人员”应不小于 1", "answers.assets", "“资产总额”应填写数字")
                .as("what is missing is said when it is handed in")
                .doesNotContain("REQUIRED");
        Answer now = get(enterprise, "/api/policy/my/declarations/" + declared.id());
        assertThat(now.get("answers")).isEqualTo(declared.get("answers"));
        assertThat(now.version()).isEqualTo(back.version());
    }

    @Test
    void what_was_asked_for_is_not_handed_in_again_as_it_was() {
        Answer back = act(
                officer,
                act(officer, declared, "take-on", Map.of()),
                "send-back",
                Map.of("reason", "请核对后再报", "marked", List.of(Map.of("key", "product"), Map.of("key", "licence"))));
        UUID first = jdbc.sql("select file_ids[1]::uuid from declaration where id = ?")
                .param(declared.id())
                .query(UUID.class)
                .single();

        Answer refused = supplemented(back, answers(), first);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("NOTHING_SUPPLEMENTED");
        assertThat(refused.errors())
                .isEqualTo(Map.of(
                        "answers.product", "“主导产品”需要补正，但没有修改",
                        "materials.licence", "“营业执照”需要补正，但没有修改"));
        assertThat(get(enterprise, "/api/policy/my/declarations/" + back.id()).get("status"))
                .isEqualTo("SENT_BACK");

        // One of them was right after all.
        assertThat(supplemented(
                                back,
                                answers(),
                                uploaded(enterprise, TestPdf.ofOnePage()).id())
                        .get("status"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void what_comes_to_be_asked_by_a_marked_answer_is_supplemented_with_it_however_long_the_chain() {
        Map<String, Object> chained = project();
        chained.put(
                "form",
                Map.of(
                        "groups",
                        List.of(Map.of(
                                "title",
                                "一组",
                                "fields",
                                List.of(
                                        field("export", "有无出口", "YES_NO", true, Map.of()),
                                        field(
                                                "market",
                                                "主要市场",
                                                "CHOICE",
                                                true,
                                                Map.of(
                                                        "options",
                                                        List.of("亚洲", "其他"),
                                                        "shownWhen",
                                                        Map.of("field", "export", "values", List.of("true")))),
                                        field(
                                                "other",
                                                "其他市场",
                                                "TEXT",
                                                true,
                                                Map.of(
                                                        "shownWhen",
                                                        Map.of("field", "market", "values", List.of("其他")))))))));
        chained.put("materials", List.of());
        UUID project = opened(chained).id();
        Answer it = my(
                enterprise, saved(enterprise, begun(enterprise, project), Map.of("export", false), Map.of()), "submit");
        Answer back = act(
                officer,
                act(officer, it, "take-on", Map.of()),
                "send-back",
                Map.of("reason", "请核对后再报", "marked", List.of(Map.of("key", "export"))));

        Answer again = post(
                enterprise,
                "/api/policy/my/declarations/" + back.id() + "/supplement",
                Map.of(
                        "version",
                        back.version(),
                        "answers",
                        Map.of("export", true, "market", "其他", "other", "巴西"),
                        "papers",
                        Map.of()));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.get("status")).isEqualTo("IN_REVIEW");
    }

    private Answer supplemented(Answer back, Map<String, Object> answers, UUID licence) {
        return post(
                enterprise,
                "/api/policy/my/declarations/" + back.id() + "/supplement",
                Map.of("version", back.version(), "answers", answers, "papers", Map.of("licence", List.of(licence))));
    }

    @Test
    void nothing_is_sent_back_that_was_not_asked_nor_where_the_step_does_not_allow_it() {
        Answer taken = act(officer, declared, "take-on", Map.of());
        assertThat(act(officer, taken, "send-back", Map.of("reason", "请补充完整", "marked", List.of()))
                        .status())
                .isEqualTo(400);
        assertThat(act(
                                officer,
                                taken,
                                "send-back",
                                Map.of("reason", "请补充完整", "marked", List.of(Map.of("key", "nothing"))))
                        .status())
                .isEqualTo(400);
        Answer next = act(officer, act(officer, taken, "pass", Map.of()), "take-on", Map.of());
        assertThat(act(
                                officer,
                                next,
                                "send-back",
                                Map.of("reason", "请补充完整", "marked", List.of(Map.of("key", "product"))))
                        .code())
                .isEqualTo("STATE_CONFLICT");
    }

    @Test
    void a_rejection_has_a_reason_and_ends_it() {
        Answer taken = act(officer, declared, "take-on", Map.of());
        assertThat(act(officer, taken, "reject", Map.of("reason", " ")).status())
                .isEqualTo(400);
        assertThat(act(officer, taken, "reject", Map.of("reason", "  否    ")).errors())
                .containsEntry("reason", "驳回的原因为 5 到 500 字");
        Answer rejected = act(officer, taken, "reject", Map.of("reason", "不属于支持范围"));
        assertThat(rejected.get("status")).isEqualTo("REJECTED");
        assertThat(rejected.get("reason")).isEqualTo("不属于支持范围");

        assertThat(my(enterprise, rejected, "withdraw").code()).isEqualTo("STATE_CONFLICT");
        assertThat(act(officer, rejected, "pass", Map.of()).code()).isEqualTo("STATE_CONFLICT");
    }

    @Test
    void another_department_finds_nothing() {
        CurrentUser stranger = officerOf(UUID.randomUUID());
        assertThat(get(stranger, "/api/policy/declarations/" + declared.id()).status())
                .isEqualTo(404);
        assertThat(act(stranger, declared, "take-on", Map.of()).status()).isEqualTo(404);
        assertThat(items(get(stranger, "/api/policy/declarations"))).isEmpty();
        assertThat(items(get(officer, "/api/policy/declarations"))).hasSize(1);
    }

    @Test
    void nobody_but_its_enterprise_sees_a_draft() {
        Answer draft = begun(anEnterprise(), UUID.fromString((String) declared.get("projectId")));

        assertThat(get(officer, "/api/policy/declarations/" + draft.id()).status())
                .isEqualTo(404);
        assertThat(items(get(officer, "/api/policy/declarations"))).hasSize(1);
    }

    @Test
    void a_step_of_another_institution_is_decided_there() {
        UUID other = UUID.randomUUID();
        Mockito.when(institutions.open(List.of(other)))
                .thenReturn(List.of(new InternalInstitutions.Open(other, "另一部门", InstitutionType.DEPARTMENT)));
        Map<String, Object> shared = project();
        shared.put(
                "steps",
                List.of(
                        Map.of("kind", "ACCEPTANCE", "workingDays", 3, "maySendBack", true),
                        Map.of(
                                "kind",
                                "SECOND_REVIEW",
                                "workingDays",
                                5,
                                "maySendBack",
                                false,
                                "institutionId",
                                other,
                                "institutionName",
                                "如何都行")));
        Answer it = submitted(enterprise, opened(shared).id());
        Answer passed = act(officer, act(officer, it, "take-on", Map.of()), "pass", Map.of());
        assertThat(passed.get("stepInstitutionName")).isEqualTo("另一部门");

        assertThat(act(officer, passed, "take-on", Map.of()).status()).isEqualTo(404);
        CurrentUser there = officerOf(other);
        String listed = "/api/policy/declarations?q=" + passed.get("number");
        assertThat(items(get(officer, listed)))
                .extracting(row -> row.get("here"))
                .containsExactly(false);
        assertThat(items(get(there, listed))).extracting(row -> row.get("here")).containsExactly(true);
        Answer taken = act(there, passed, "take-on", Map.of());
        assertThat(act(there, taken, "pass", Map.of()).get("status")).isEqualTo("APPROVED");
    }

    @Test
    void a_step_whose_institution_was_closed_meanwhile_falls_to_the_one_whose_project_it_is() {
        UUID other = UUID.randomUUID();
        UUID third = UUID.randomUUID();
        Mockito.when(institutions.open(Mockito.any()))
                .thenReturn(List.of(
                        new InternalInstitutions.Open(other, "另一部门", InstitutionType.DEPARTMENT),
                        new InternalInstitutions.Open(third, "第三部门", InstitutionType.DEPARTMENT)));
        Map<String, Object> shared = project();
        shared.put(
                "steps",
                List.of(
                        step("ACCEPTANCE", other, false),
                        step("FIRST_REVIEW", third, false),
                        step("APPROVAL", other, false)));
        UUID project = opened(shared).id();
        Answer alone = whole(enterprise, project);
        Mockito.when(institutions.open(Mockito.any()))
                .thenReturn(List.of(new InternalInstitutions.Open(third, "第三部门", InstitutionType.DEPARTMENT)));

        Answer handedIn = my(enterprise, alone, "submit");
        assertThat(handedIn.get("stepInstitutionName")).isEqualTo(officer.institutionName());
        assertThat(handedIn.get("timeline").toString()).contains("“受理”的办理部门“另一部门”已停用，改由");
        Answer passed = act(officer, act(officer, handedIn, "take-on", Map.of()), "pass", Map.of("opinion", "材料齐全"));
        assertThat(passed.get("stepInstitutionName")).isEqualTo("第三部门");

        CurrentUser there = officerOf(third);
        Answer taken = act(there, passed, "take-on", Map.of());
        assertThat(batch(
                        there,
                        Map.of("action", "PASS", "opinion", "同意", "items", List.of(seen(taken))),
                        UUID.randomUUID().toString()))
                .extracting(row -> row.get("done"))
                .containsExactly(true);
        Answer last = get(officer, "/api/policy/declarations/" + taken.id());
        assertThat(last.get("timeline").toString()).contains("同意（“批准”的办理部门“另一部门”已停用，改由");
        assertThat(act(officer, act(officer, last, "take-on", Map.of()), "pass", Map.of())
                        .get("status"))
                .isEqualTo("APPROVED");
    }

    @Test
    void a_step_whose_institution_has_nobody_any_more_falls_to_the_one_whose_project_it_is() {
        UUID other = UUID.randomUUID();
        Mockito.when(institutions.open(Mockito.any()))
                .thenReturn(List.of(new InternalInstitutions.Open(other, "另一部门", InstitutionType.DEPARTMENT)));
        Map<String, Object> shared = project();
        shared.put("steps", List.of(step("ACCEPTANCE", null, false), step("APPROVAL", other, false)));
        Answer it = submitted(enterprise, opened(shared).id());
        Mockito.when(principals.staff(Mockito.eq(other), Mockito.any())).thenReturn(List.of());

        Answer passed = act(officer, act(officer, it, "take-on", Map.of()), "pass", Map.of());
        assertThat(passed.get("stepInstitutionName")).isEqualTo(officer.institutionName());
        assertThat(passed.get("timeline").toString()).contains("“批准”的办理部门“另一部门”没有可以办理的人员，改由");
    }

    @Test
    void who_reads_it_reads_whose_turn_it_is() {
        UUID other = UUID.randomUUID();
        Mockito.when(institutions.open(List.of(other)))
                .thenReturn(List.of(new InternalInstitutions.Open(other, "另一部门", InstitutionType.DEPARTMENT)));
        Map<String, Object> shared = project();
        shared.put("steps", List.of(step("ACCEPTANCE", null, false), step("APPROVAL", other, false)));
        Answer it = submitted(enterprise, opened(shared).id());
        String page = "/api/policy/declarations/" + it.id();
        assertThat(get(officer, page).get("turn")).isEqualTo(Map.of("here", true, "objections", 0));
        assertThat(get(enterprise, "/api/policy/my/declarations/" + it.id()).get("turn"))
                .isNull();

        Answer passed = act(officer, act(officer, it, "take-on", Map.of()), "pass", Map.of());
        assertThat(passed.get("turn")).isEqualTo(Map.of("here", false, "objections", 0));
        assertThat(get(officer, page).get("turn")).isEqualTo(Map.of("here", false, "objections", 0));
        assertThat(get(officerOf(other), page).get("turn")).isEqualTo(Map.of("here", true, "objections", 0));
    }

    @Test
    void while_nobody_can_say_who_is_closed_a_step_goes_where_its_form_says() {
        UUID other = UUID.randomUUID();
        Mockito.when(institutions.open(Mockito.any()))
                .thenReturn(List.of(new InternalInstitutions.Open(other, "另一部门", InstitutionType.DEPARTMENT)));
        Map<String, Object> shared = project();
        shared.put("steps", List.of(step("ACCEPTANCE", null, false), step("APPROVAL", other, false)));
        Answer it = submitted(enterprise, opened(shared).id());
        Mockito.when(institutions.open(Mockito.any()))
                .thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        Answer passed = act(officer, act(officer, it, "take-on", Map.of()), "pass", Map.of());
        assertThat(passed.get("stepInstitutionName")).isEqualTo("另一部门");
    }

    @Test
    void a_step_for_another_person_is_taken_by_nobody_who_passed_one_before_it() {
        Map<String, Object> two = project();
        two.put(
                "steps",
                List.of(
                        step("ACCEPTANCE", null, false),
                        step("SECOND_REVIEW", null, true),
                        step("APPROVAL", null, false)));
        UUID project = opened(two).id();
        Answer passed =
                act(officer, act(officer, submitted(enterprise, project), "take-on", Map.of()), "pass", Map.of());

        Answer refused = act(officer, passed, "take-on", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("PASSED_BEFORE_BY_SAME_PERSON");
        assertThat(refused.get("detail")).asString().contains("“复审”须由未办理前面环节的人员办理", officer.name(), "请为本部门增加经办人员");
        assertThat(get(officer, "/api/policy/declarations/" + passed.id())
                        .get("turn")
                        .toString())
                .contains("here=true", "请为本部门增加经办人员");
        String waiting = "/api/policy/declarations?waiting=true&projectId=" + project;
        assertThat(items(get(officer, waiting))).as("it waits for another").isEmpty();
        assertThat(items(get(officerOf(department), waiting))).hasSize(1);
        assertThat(batch(
                        officer,
                        Map.of("action", "TAKE_ON", "items", List.of(seen(passed))),
                        UUID.randomUUID().toString()))
                .extracting(row -> row.get("code"))
                .containsExactly("PASSED_BEFORE_BY_SAME_PERSON");

        CurrentUser colleague = officerOf(department);
        Mockito.when(principals.staff(Mockito.any(), Mockito.any()))
                .thenReturn(List.of(person(officer), person(colleague), person(officerOf(department))));
        Answer taken = act(colleague, passed, "take-on", Map.of());
        assertThat(act(colleague, taken, "hand-over", Map.of("to", officer.accountId(), "reason", "出差两周不在"))
                        .code())
                .isEqualTo("PASSED_BEFORE_BY_SAME_PERSON");
        assertThat(client.as(colleague)
                        .get()
                        .uri("/api/policy/declarations/" + taken.id() + "/colleagues")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains(colleague.accountId().toString())
                .doesNotContain(officer.accountId().toString());
        Answer next = act(colleague, taken, "pass", Map.of());
        assertThat(act(officer, act(officer, next, "take-on", Map.of()), "pass", Map.of())
                        .get("status"))
                .as("where a step does not ask for it, anybody takes it")
                .isEqualTo("APPROVED");
    }

    @Test
    void who_passed_a_step_before_and_got_the_next_one_all_the_same_does_not_pass_it() {
        Map<String, Object> two = project();
        two.put("steps", List.of(step("ACCEPTANCE", null, false), step("APPROVAL", null, true)));
        Answer passed = act(
                officer, act(officer, submitted(enterprise, opened(two).id()), "take-on", Map.of()), "pass", Map.of());
        CurrentUser colleague = officerOf(department);
        Answer taken = act(colleague, passed, "take-on", Map.of());
        jdbc.sql("update declaration set handler_id = ? where id = ?")
                .params(officer.accountId(), taken.id())
                .update();

        assertThat(act(officer, taken, "pass", Map.of()).code()).isEqualTo("PASSED_BEFORE_BY_SAME_PERSON");
        assertThat(batch(
                        officer,
                        Map.of("action", "PASS", "items", List.of(seen(taken))),
                        UUID.randomUUID().toString()))
                .extracting(row -> row.get("code"))
                .containsExactly("PASSED_BEFORE_BY_SAME_PERSON");
    }

    private static Map<String, Object> step(String kind, @Nullable UUID institution, boolean another) {
        Map<String, Object> step = new HashMap<>(Map.of("kind", kind, "workingDays", 3, "maySendBack", false));
        if (institution != null) {
            step.put("institutionId", institution);
        }
        if (another) {
            step.put("anotherPerson", true);
        }
        return step;
    }

    private StaffMember person(CurrentUser who) {
        return new StaffMember(who.accountId(), who.name(), department, "部门");
    }

    @Test
    void the_file_of_one_project_has_what_was_filled_in_under_each_of_its_forms() {
        UUID project = UUID.fromString((String) declared.get("projectId"));
        Answer before = get(officer, "/api/policy/manage/projects/" + project);
        Map<String, Object> grown = project();
        grown.put(
                "materials",
                List.of(
                        Map.of("key", "licence", "name", "营业执照", "required", true, "formats", List.of("PDF")),
                        Map.of("key", "budget", "name", "项目预算", "required", false, "formats", List.of("PDF"))));
        put(officer, "/api/policy/manage/projects/" + project, Map.of("version", before.version(), "project", grown));
        CurrentUser second = anEnterprise();
        Map<String, Object> filled = answers();
        filled.put("areas", List.of("软件", "材料"));
        filled.put("patents", List.of(Map.of("name", "一种齿轮", "on", "2026-01-01"), Map.of("name", "一种轴")));
        filled.put("chart", uploaded(second, TestPdf.ofOnePage()).id().toString());
        my(
                second,
                saved(
                        second,
                        begun(second, project),
                        filled,
                        Map.of(
                                "licence",
                                List.of(uploaded(second, TestPdf.ofOnePage()).id()))),
                "submit");

        ExportedFile file = ExportedFile.of(
                client.as(officer), "/api/policy/declarations/export?projectId=" + project + "&sort=submittedAt,asc");

        assertThat(file.head())
                .contains("从业人员", "资产总额（元）", "主导产品", "知识产权", "营业执照")
                .doesNotContain("项目预算（2）");
        assertThat(file.column("资产总额（元）")).containsExactly("12345000", "12345000");
        assertThat(file.column("领域")).containsExactly("", "软件、材料");
        assertThat(file.column("承诺属实")).containsExactly("是", "是");
        assertThat(file.column("知识产权")).containsExactly("", "名称：一种齿轮；授权日期：2026-01-01\n名称：一种轴");
        assertThat(file.column("组织架构图")).containsExactly("", "执照.pdf");
        assertThat(file.column("营业执照")).containsExactly("执照.pdf", "执照.pdf");
        assertThat(file.column("项目预算")).containsExactly("", "");
        assertThat(file.column("联系电话")).allSatisfy(phone -> assertThat(phone).contains("****"));
        assertThat(jdbc.sql("""
                                select data ->> 'document' from outbox
                                where type = 'policy.DeclarationViewed' and data ->> 'declarationId' = ?""")
                        .param(declared.id().toString())
                        .query(String.class)
                        .list())
                .as("its enterprise reads who had it")
                .contains("申报表（导出）");
        assertThat(ExportedFile.of(client.as(officer), "/api/policy/declarations/export")
                        .head())
                .doesNotContain("从业人员");
    }

    @Test
    void a_material_of_which_nobody_handed_in_a_file_may_go() {
        UUID id = UUID.fromString((String) declared.get("projectId"));
        Map<String, Object> more = project();
        more.put(
                "materials",
                List.of(
                        Map.of("key", "licence", "name", "营业执照", "required", true, "formats", List.of("PDF")),
                        Map.of("key", "budget", "name", "项目预算", "required", false, "formats", List.of("PDF"))));
        Answer before = get(officer, "/api/policy/manage/projects/" + id);
        Answer with =
                put(officer, "/api/policy/manage/projects/" + id, Map.of("version", before.version(), "project", more));
        submitted(anEnterprise(), id);

        Answer without = put(
                officer, "/api/policy/manage/projects/" + id, Map.of("version", with.version(), "project", project()));
        assertThat(without.get("formVersion")).isEqualTo(3);
    }

    @Test
    void there_are_no_fewer_places_than_are_taken() {
        UUID id = UUID.fromString((String) declared.get("projectId"));
        submitted(anEnterprise(), id);
        Answer before = get(officer, "/api/policy/manage/projects/" + id);
        Map<String, Object> scarce = project();
        scarce.put("quota", 1);

        Answer refused = put(
                officer, "/api/policy/manage/projects/" + id, Map.of("version", before.version(), "project", scarce));
        assertThat(refused.errors()).containsExactly(Map.entry("quota", "已有 2 家企业提交，名额不能少于 2"));
        scarce.put("quota", 2);
        assertThat(put(
                                officer,
                                "/api/policy/manage/projects/" + id,
                                Map.of("version", before.version(), "project", scarce))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_inbox_is_filtered_and_taken_home_as_a_file() {
        assertThat(items(get(officer, "/api/policy/declarations?status=APPROVED")))
                .isEmpty();
        assertThat(items(get(officer, "/api/policy/declarations?q=" + declared.get("number") + "&sort=dueAt,asc")))
                .hasSize(1);
        assertThat(items(get(officer, "/api/policy/declarations?mine=true&due=OVERDUE")))
                .isEmpty();
        ExportedFile file = ExportedFile.of(client.as(officer), "/api/policy/declarations/export");
        assertThat(file.rows()).hasSize(1);
    }

    @Test
    void evidence_is_seen_by_who_decides_and_by_nobody_else() {
        UUID licence = jdbc.sql("select file_ids[1]::uuid from declaration where id = ?")
                .param(declared.id())
                .query(UUID.class)
                .single();
        assertThat(status(officer, licence)).isEqualTo(200);
        assertThat(status(enterprise, licence)).isEqualTo(200);
        assertThat(status(officerOf(UUID.randomUUID()), licence)).isEqualTo(404);
        assertThat(status(anEnterprise(), licence)).isEqualTo(404);
    }

    @Test
    void what_was_handed_in_before_a_supplement_can_still_be_seen_and_does_not_go_with_what_nobody_named() {
        UUID first = firstFile();
        Answer back = act(
                officer,
                act(officer, declared, "take-on", Map.of()),
                "send-back",
                Map.of("reason", "请核对后再报", "marked", List.of(Map.of("key", "licence"))));
        UUID better = uploaded(enterprise, TestPdf.ofOnePage()).id();
        UUID unnamed = uploaded(enterprise, TestPdf.ofOnePage()).id();
        UUID young = uploaded(enterprise, TestPdf.ofOnePage()).id();
        assertThat(supplemented(back, answers(), better).status()).isEqualTo(200);

        assertThat(status(officer, first)).isEqualTo(200);
        assertThat(status(officerOf(UUID.randomUUID()), first)).isEqualTo(404);
        assertThat(status(officer, unnamed)).isEqualTo(404);
        assertThat(files.unused(enterprise.enterpriseId())).isEqualTo(2);

        jdbc.sql(
                        "update declaration_file set created_at = now() - interval '8 days' where enterprise_id = ? and id <> ?")
                .params(enterprise.enterpriseId(), young)
                .update();
        store.removeUnused();

        assertThat(status(enterprise, first)).isEqualTo(200);
        assertThat(status(enterprise, better)).isEqualTo(200);
        assertThat(status(enterprise, young)).isEqualTo(200);
        assertThat(status(enterprise, unnamed)).isEqualTo(404);
    }

    private UUID firstFile() {
        return jdbc.sql("select file_ids[1]::uuid from declaration where id = ?")
                .param(declared.id())
                .query(UUID.class)
                .single();
    }

    private int status(CurrentUser who, UUID file) {
        return client.as(who)
                .get()
                .uri("/api/policy/declaration-files/" + file)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    @Test
    void changing_a_project_changes_nothing_that_was_submitted_and_loses_nothing() {
        UUID id = UUID.fromString((String) declared.get("projectId"));
        Answer before = get(officer, "/api/policy/manage/projects/" + id);
        Map<String, Object> changed = project();
        changed.put(
                "form",
                Map.of(
                        "groups",
                        List.of(Map.of(
                                "title", "一组", "fields", List.of(field("product", "产品", "TEXT", true, Map.of()))))));
        Answer refused = put(
                officer, "/api/policy/manage/projects/" + id, Map.of("version", before.version(), "project", changed));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("FORM_LOSES_FIELDS");
        assertThat(refused.errors()).containsKey("form.employees");

        Map<String, Object> without = new HashMap<>(project());
        without.put("materials", List.of());
        Answer lost = put(
                officer, "/api/policy/manage/projects/" + id, Map.of("version", before.version(), "project", without));
        assertThat(lost.code()).as("files were handed in of it").isEqualTo("FORM_LOSES_FIELDS");
        assertThat(lost.errors()).containsKey("materials.licence");

        Map<String, Object> grown = new HashMap<>(project());
        grown.put("title", "改名后的项目");
        List<Object> materials = new ArrayList<>((List<?>) grown.get("materials"));
        materials.add(Map.of("key", "budget", "name", "项目预算", "required", false, "formats", List.of("PDF")));
        grown.put("materials", materials);
        Answer after = put(
                officer, "/api/policy/manage/projects/" + id, Map.of("version", before.version(), "project", grown));
        assertThat(after.get("formVersion")).isEqualTo(2);

        Answer same = get(enterprise, "/api/policy/my/declarations/" + declared.id());
        assertThat(same.get("materials").toString()).contains("营业执照");
        assertThat(same.get("projectTitle")).isEqualTo("测试申报项目");
        assertThat(same.get("newerForm")).isEqualTo(true);
        assertThat(same.get("answers")).isEqualTo(declared.get("answers"));
    }
}
